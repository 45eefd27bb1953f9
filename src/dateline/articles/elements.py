"""Which elements of HTML break lines, are never read, or say what part of the page they are."""

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "label", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table",
        "tbody", "td", "textarea", "tfoot", "th", "thead", "time", "tr", "ul",
    }
)  # fmt: skip
# Blocks that hold one paragraph or heading: their container is the element round them.
LEAVES = frozenset(
    {
        "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p",
    }
)  # fmt: skip
SKIPPED = frozenset(
    {
        "audio", "canvas", "datalist", "embed", "head", "iframe", "input", "map", "math", "noscript", "object", "option",
        "script", "select", "style", "svg", "template", "textarea", "video",
    }
)  # fmt: skip
# Taken out of the tree before it is walked: nothing in them is ever shown as text.
NO_TEXT = (
    "applet", "area", "audio", "canvas", "datalist", "embed", "head", "iframe", "input", "link", "map", "math", "meta", "noscript",
    "object", "param", "script", "select", "style", "svg", "template", "textarea", "track", "video",
)  # fmt: skip
# Their text stays, in the element round them.
FORMATTING = ("abbr", "acronym", "b", "bdi", "bdo", "big", "dfn", "em", "font", "i", "ins", "mark", "nobr", "small", "strong", "u", "wbr")
# Taken out before the extractor reads the tree: it would throw them away itself, after copying and searching them several times.
UNREAD = ("aside", "button", "dialog", "footer", "img", "label", "legend", "menu", "nav", "picture", "source")
REGIONS = {
    "nav": "nav",
    "footer": "footer",
    "form": "form",
    "aside": "aside",
    "button": "form",
    "dialog": "dialog",
    "menu": "nav",
    "label": "form",
}
# The same by the ARIA role.
ROLES = {
    "navigation": "nav",
    "contentinfo": "footer",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "complementary": "aside",
    "search": "form",
    "menu": "nav",
}

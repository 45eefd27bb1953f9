"""XML of strangers as a tree: no entities of its own, nothing fetched, bounded depth, faults mended where a reader can."""

import codecs
import re
from html.entities import html5

from lxml import etree

from dateline.errors import UnreadablePage

_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
# Encodings that text is written in. Python knows others that unpack, escape or take quadratic time.
_TEXT_CODEC = re.compile(
    r"utf-?(8|16|32)\w*|ascii|iso8859[-_]\d+|cp\d+|koi8[-_]\w+|gb\w+|big5\w*|euc_\w+|shift_jis\w*|iso2022_\w+|mac[-_]\w+"
)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
# Not allowed in XML, and met in feeds all the same.
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
_LONGEST_PROLOG = 4096


def root_name(head: bytes) -> str:
    """The name of the first element without its prefix, in lower case, "" where the bytes don't begin as XML. For telling formats apart."""
    rest = head[:_LONGEST_PROLOG].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    while rest.startswith((b"<?", b"<!")):
        end = rest.find(_end_of(rest))
        if end < 0:
            return ""
        rest = rest[end:].lstrip(b"-?]> \t\r\n")
    found = re.match(rb"<(?:[\w.-]{1,40}:)?([\w.-]{1,40})[\s>/]", rest)
    return found[1].decode("ascii", errors="replace").lower() if found else ""


def parse_xml(content: bytes, declared: str | None) -> etree._Element:
    """The root of the tree. `declared` is the encoding that the transport named. Raises `UnreadablePage`."""
    text = decode(content, declared).translate(_CONTROLS)
    if re.search(r"<!ENTITY", text, re.IGNORECASE):
        raise UnreadablePage("it defines entities of its own, which no feed needs and which can blow up to gigabytes")
    # Names of HTML are no names of XML without their definition, and feeds use them; the numbers mean the same in both.
    text = _ENTITY.sub(_numbered, text)
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        parser.feed(text.encode("utf-8"))
        root: object = parser.close()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadablePage(f"it is no sound XML ({error})") from None
    if not isinstance(root, etree._Element):  # noqa: SLF001 - lxml's only name for its elements
        raise UnreadablePage("it is no sound XML")
    return root


def decode(content: bytes, declared: str | None) -> str:
    """Text by its byte order mark, by what it says of itself, by what the transport says, or as UTF-8; bad bytes are replaced."""
    named = next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), None)
    said = _DECLARED.match(content[:1000])
    for name in (named, said[1].decode("ascii") if said else None, declared):
        codec = _text_codec(name)
        # Some say UTF-16 in ASCII.
        if codec and (name == named or b"\0" in content[:200] or not codec.startswith(("utf-16", "utf-32"))):
            return content.decode(codec, errors="replace")
    return content.decode("utf-8", errors="replace")


def local_name(element: etree._Element) -> str:
    """The tag without its namespace, or without its prefix where that was never declared; "" for what is no element (lxml gives a function
    for the tag of an unknown entity).
    """
    tag: object = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _end_of(rest: bytes) -> bytes:
    if rest.startswith(b"<!--"):
        return b"-->"
    if rest.startswith(b"<?"):
        return b"?>"
    return b"]>" if b"[" in rest.partition(b">")[0] else b">"


def _numbered(found: re.Match[str]) -> str:
    name = found[1]
    if name in _OF_XML or name not in html5:
        return found[0]
    return "".join(f"&#{ord(letter)};" for letter in html5[name])


def _text_codec(name: str | None) -> str | None:
    if not name:
        return None
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return found if _TEXT_CODEC.fullmatch(found) else None

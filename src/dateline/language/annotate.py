"""All steps of `language/` on one article: the parse, then times, actors and quotations, each reading what the ones before found."""

from dataclasses import replace

from dateline.language.actors import find_actors
from dateline.language.parse import DEFAULT_MODEL, Parser
from dateline.language.quotations import find_quotations
from dateline.language.times import find_times
from dateline.model.annotated import AnnotatedArticle
from dateline.model.articles import Article


class Annotator:
    """Loads the model once and annotates article after article. Raises `ModelError` where the model is not installed."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self._parser = Parser(model)
        self.model = self._parser.model

    def annotate(self, article: Article) -> AnnotatedArticle:
        """Tokens, sentences, turns, times, actors, places and quotations of one article; unnamed sources of quotations are actors too."""
        annotated = self._parser.parse(article)
        annotated = replace(annotated, times=find_times(annotated))
        named = find_actors(annotated)
        annotated = replace(annotated, actors=named.actors, references=named.references, toponyms=named.toponyms)
        spoken = find_quotations(annotated)
        references = sorted((*named.references, *spoken.references), key=lambda r: (r.first, r.last, r.actor))
        return replace(annotated, quotations=spoken.quotations, actors=(*named.actors, *spoken.actors), references=tuple(references))

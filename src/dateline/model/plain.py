"""Our frozen dataclasses as plain JSON values and back: what is stored, and what stored test inputs are read from."""

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from dateline.errors import PlainError

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def to_plain(value: Any) -> Any:
    """`value` as dicts, lists, strings, numbers, booleans and None; days as ISO 8601.

    Dataclasses become dicts with every field in its order, tuples lists. Raises `PlainError` for any other type.
    """
    kind: Any = type(value)
    if kind in _AS_IS:
        return value
    if kind is tuple:
        return [to_plain(item) for item in value]
    if kind is date:
        return value.isoformat()
    return {name: to_plain(getattr(value, name)) for name in _field_names(kind)}


def from_plain(cls: type[T], data: Any) -> T:
    """The `cls` that `to_plain` made `data` from.

    Fields with a default may be missing. Raises `PlainError`, naming the field, for an unknown key, a missing value or a value of
    another type.
    """
    return cast("T", _read_as(cls)(data))


def _read_as(hint: Any) -> Decoder:
    return _decoder(hint)


_AS_IS = frozenset({str, int, float, bool, type(None)})


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    if not is_dataclass(kind):
        raise PlainError(f"a value of type {kind.__name__} can't be stored: only dataclasses, tuples, days, text and numbers can")
    return tuple(field.name for field in fields(kind))


@cache
def _decoder(hint: Any) -> Decoder:
    """How to read a value of type `hint`; made once for every type."""
    if is_dataclass(hint):
        return _dataclass_decoder(cast("type", hint))
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple_decoder(get_args(hint))
    if origin is Literal:
        return _literal_decoder(get_args(hint))
    if origin in (Union, types.UnionType):
        return _union_decoder(get_args(hint))
    if hint is date:
        return _read_day
    if hint is float:
        return _read_float
    if hint in _AS_IS:
        return _scalar_decoder(cast("type", hint))
    raise PlainError(f"a field of type {hint} can't be read from plain values")


def _dataclass_decoder(cls: type) -> Decoder:
    required = {f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING}
    decoders: dict[str, Decoder] = {}

    def decode(data: Any) -> Any:
        if type(data) is not dict:
            raise PlainError(f"expected a {cls.__name__}, found {_shown(data)}")
        if not decoders:
            # Found out at the first value and not before: a type may hold values of its own kind.
            hints = get_type_hints(cls)
            decoders.update({field.name: _decoder(hints[field.name]) for field in fields(cls)})
        if unknown := data.keys() - decoders.keys():
            raise PlainError(f"{cls.__name__} has no field {', '.join(sorted(map(str, unknown)))}")
        if missing := required - data.keys():
            raise PlainError(f"{cls.__name__} lacks {', '.join(sorted(missing))}")
        values = {}
        for name, value in data.items():
            try:
                values[name] = decoders[name](value)
            except PlainError as error:
                raise PlainError(f"{cls.__name__}.{name}: {error}") from None
        return cls(**values)

    return decode


def _tuple_decoder(arguments: tuple[Any, ...]) -> Decoder:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = _decoder(arguments[0])
        return lambda data: tuple([item(value) for value in _list(data)])
    items = [_decoder(argument) for argument in arguments]

    def decode(data: Any) -> Any:
        if len(_list(data)) != len(items):
            raise PlainError(f"expected {len(items)} values, found {len(data)}")
        return tuple([item(value) for item, value in zip(items, data, strict=True)])

    return decode


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise PlainError(f"expected a list, found {_shown(data)}")
    return data


def _literal_decoder(allowed: tuple[Any, ...]) -> Decoder:
    values = frozenset(allowed)

    def decode(data: Any) -> Any:
        if not isinstance(data, str) or data not in values:
            raise PlainError(f"expected one of {', '.join(map(str, allowed))}, found {_shown(data)}")
        return data

    return decode


def _union_decoder(members: tuple[Any, ...]) -> Decoder:
    """None is told by being None, dataclasses by their keys; at most one other type may be in a union."""
    optional = type(None) in members
    classes: list[Any] = [member for member in members if is_dataclass(member)]
    others = [member for member in members if member is not type(None) and not is_dataclass(member)]
    if len(others) > 1 or (others and classes):
        raise PlainError(f"a union of {members} can't be told apart in plain values")
    by_keys = {frozenset(field.name for field in fields(cls)): _decoder(cls) for cls in classes}
    single = _decoder(others[0]) if others else _decoder(classes[0]) if len(classes) == 1 else None

    def decode(data: Any) -> Any:
        if data is None and optional:
            return None
        if single is not None:
            return single(data)
        chosen = by_keys.get(frozenset(data)) if type(data) is dict else None
        if chosen is None:
            raise PlainError(f"expected one of {', '.join(c.__name__ for c in classes)}, found {_shown(data)}")
        return chosen(data)

    return decode


def _scalar_decoder(kind: type) -> Decoder:
    def decode(data: Any) -> Any:
        if type(data) is not kind:
            raise PlainError(f"expected {kind.__name__}, found {_shown(data)}")
        return data

    return decode


def _read_float(data: Any) -> float:
    if type(data) not in (float, int):
        raise PlainError(f"expected a number, found {_shown(data)}")
    return float(data)


def _read_day(data: Any) -> date:
    if type(data) is not str:
        raise PlainError(f"expected a day such as 2017-04-12, found {_shown(data)}")
    try:
        return date.fromisoformat(data)
    except ValueError:
        raise PlainError(f"expected a day such as 2017-04-12, found {_shown(data)}") from None


def _shown(data: Any) -> str:
    text = repr(data)
    return text if len(text) <= 60 else text[:57] + "..."

"""Our dataclass beside that of the standard library: what the one does, the other does."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from functools import cached_property
from typing import Any

import pytest

from pipeline.classes import dataclass

KINDS = [
    {"frozen": frozen, "slots": slots, "eq": eq}
    for frozen in (False, True)
    for slots in (False, True)
    for eq in (False, True)
]


def pair(options: dict[str, bool], make: Callable[[Callable[[type], type]], type]) -> tuple[Any, Any]:
    return make(dataclass(**options)), make(dataclasses.dataclass(**options))


def point(decorate: Callable[[type], type]) -> type:
    class Point:
        """A point."""

        x: int
        y: int = 2
        seen: list[int] = field(default_factory=list, repr=False, compare=False)
        made: int = field(default=7, init=False)
        name: str = field(kw_only=True, default="p")

    return decorate(Point)


@pytest.mark.parametrize("options", KINDS, ids=str)
def test_an_instance_has_the_values_and_the_words_of_one_of_the_standard_library(options: dict[str, bool]) -> None:
    ours, theirs = pair(options, point)
    for values, named in (((1,), {}), ((1, 3), {"name": "q"}), ((), {"x": 4, "seen": [1]})):
        assert dataclasses.asdict(ours(*values, **named)) == dataclasses.asdict(theirs(*values, **named))
        assert repr(ours(*values, **named)) == repr(theirs(*values, **named))
    assert ours(1).seen is not ours(1).seen


@pytest.mark.parametrize("options", KINDS, ids=str)
def test_instances_are_equal_and_have_a_hash_as_those_of_the_standard_library(options: dict[str, bool]) -> None:
    for made in pair(options, point):
        assert (made(1) == made(1)) is options["eq"]
        assert (made(1, 2, [3]) == made(1, 2, [4])) is options["eq"]
        assert made(1) != made(2)
        assert (made.__hash__ is None) is (options["eq"] and not options["frozen"])
        if made.__hash__ and options["eq"]:
            assert hash(made(1)) == hash(made(1))


@pytest.mark.parametrize("options", KINDS, ids=str)
def test_a_frozen_instance_refuses_what_one_of_the_standard_library_refuses(options: dict[str, bool]) -> None:
    for made in pair(options, point):
        one = made(1)
        if options["frozen"]:
            with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
                one.x = 3
            with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
                del one.x
        else:
            one.x = 3
            assert one.x == 3


@pytest.mark.parametrize("options", KINDS, ids=str)
def test_wrong_arguments_are_refused_also_by_the_first_call(options: dict[str, bool]) -> None:
    for made in pair(options, point):
        for values, named in (((), {}), ((1, 2, [], 4), {}), ((1,), {"other": 1})):
            with pytest.raises(TypeError, match="argument"):
                made(*values, **named)


@pytest.mark.parametrize("options", KINDS, ids=str)
def test_a_subclass_has_the_fields_of_both(options: dict[str, bool]) -> None:
    def derived(decorate: Callable[[type], type]) -> type:
        base: Any = point(decorate)

        class Derived(base):  # type: ignore[misc]
            """A point in space."""

            z: int = 0

        return decorate(Derived)

    ours, theirs = pair(options, derived)
    assert dataclasses.asdict(ours(1, 2, [], 3)) == dataclasses.asdict(theirs(1, 2, [], 3))
    assert dataclasses.asdict(dataclasses.replace(ours(1, z=3), x=5)) == dataclasses.asdict(theirs(5, z=3))


def test_what_is_to_be_done_after_an_instance_is_made_is_done() -> None:
    @dataclass(frozen=True)
    class Noted:
        seen: list[str]

        def __post_init__(self) -> None:
            self.seen.append("made")

        @cached_property
        def count(self) -> int:
            return len(self.seen)

    assert Noted(["a"]).seen == ["a", "made"]
    assert Noted([]).count == 1


def test_methods_of_its_own_are_kept() -> None:
    @dataclass(frozen=True)
    class Named:
        name: str

        def __repr__(self) -> str:
            return f"<{self.name}>"

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 3

    assert repr(Named("a")) == "<a>"
    assert Named("a") == Named("b")
    assert hash(Named("a")) == 3


def test_an_order_is_that_of_the_standard_library() -> None:
    @dataclass(frozen=True, order=True)
    class Place:
        row: int
        column: int

    assert sorted([Place(2, 1), Place(1, 3), Place(1, 2)]) == [Place(1, 2), Place(1, 3), Place(2, 1)]


def test_a_class_without_fields_is_one_value() -> None:
    @dataclass(frozen=True)
    class Nothing:
        pass

    assert Nothing() == Nothing()
    assert repr(Nothing()).endswith("Nothing()")
    assert hash(Nothing()) == hash(Nothing())

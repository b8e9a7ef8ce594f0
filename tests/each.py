"""One test over many small cases: a thousand of them cost a run more in bookkeeping than in work."""

import functools
import inspect
from collections.abc import Callable, Iterable

import pytest


def each(names: str, cases: Iterable[object]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that runs a test over all `cases` and tells every one that fails.

    What `pytest.mark.parametrize` does, as one test; `names` are one or several arguments, commas between.
    """
    asked, given = [name.strip() for name in names.split(",")], list(cases)

    def over(test: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(test)

        @functools.wraps(test)
        def whole(**fixtures: object) -> None:
            wrong: list[str] = []
            for case in given:
                values = case if len(asked) > 1 else (case,)
                assert isinstance(values, tuple)
                try:
                    test(**fixtures, **dict(zip(asked, values, strict=True)))
                except AssertionError as error:
                    wrong.append(f"{_name(case)}: {error}")
                except pytest.skip.Exception:
                    continue
                except BaseException as error:
                    error.add_note(f"in the case {_name(case)}")
                    raise
            assert given, "there is no case"
            assert not wrong, f"{len(wrong)} of {len(given)}:\n" + "\n".join(wrong[:20])

        kept = [one for name, one in signature.parameters.items() if name not in asked]
        whole.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
        return whole

    return over


def _name(case: object) -> str:
    return str(getattr(case, "key", case))

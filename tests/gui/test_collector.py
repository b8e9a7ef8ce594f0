"""The garbage collector stops no hand: full collections wait until nobody looks."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import Qt

from gui import collector
from gui.collector import Collector
from tests.effort import Effort


class Circle:
    def __init__(self):
        self.own = self


@pytest.fixture
def keeper(qapp):
    made = Collector(qapp)
    yield made
    made.end()
    gc.collect()


def circle():
    made = Circle()
    return weakref.ref(made)


def test_a_full_collection_takes_no_time_and_sets_aside_what_there_is(keeper):
    held = [[i] for i in range(200_000)]
    with Effort() as whole:
        keeper.sweep()
    more = [[i] for i in range(200_000)]
    with Effort() as spent:
        gc.collect()
    assert spent.seconds < whole.seconds / 5
    assert gc.get_freeze_count() > 400_000
    del held, more


def test_circles_go_once_another_program_is_in_front(keeper, qapp):
    lost = circle()
    gc.collect()
    assert lost() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert lost() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert lost() is None


def test_young_circles_go_as_ever(keeper):
    lost = circle()
    gc.collect(0)
    assert lost() is None


def test_who_never_leaves_the_window_has_circles_collected_after_half_an_hour(keeper, monkeypatch):
    lost = circle()
    gc.collect()
    assert lost() is not None
    keeper._swept -= collector.EVERY
    gc.collect()
    assert lost() is None


def test_a_full_collection_begun_by_a_worker_is_put_off_too(keeper):
    lost = circle()
    worker = threading.Thread(target=gc.collect)
    worker.start()
    worker.join(20)
    assert lost() is not None


def test_the_collector_is_as_it_was_once_the_window_is_closed(qapp):
    before = list(gc.callbacks)
    made = Collector(qapp)
    lost = circle()
    gc.collect()
    made.end()
    assert list(gc.callbacks) == before
    gc.collect()
    assert lost() is None
    assert gc.get_freeze_count() == 0

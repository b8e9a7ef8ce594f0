"""The views of the window, in the order of their tabs."""

from gui.views.base import View
from gui.views.bill import BillView
from gui.views.chain import ChainView
from gui.views.compare import CompareView
from gui.views.day import DayView
from gui.views.doubt import DoubtView
from gui.views.evidence import EvidenceView
from gui.views.frontier import FrontierView
from gui.views.latency import LatencyView
from gui.views.levers import LeversView
from gui.views.outlook import OutlookView
from gui.views.solve import SolveView
from gui.views.surfaces import SurfacesView
from gui.views.table import TableView
from gui.views.tornado import TornadoView
from gui.views.value import ValueView

#: Every view; the first is the one the window opens with.
VIEWS: tuple[type[View], ...] = (
    SurfacesView,
    FrontierView,
    SolveView,
    BillView,
    ChainView,
    LatencyView,
    DayView,
    LeversView,
    ValueView,
    TornadoView,
    DoubtView,
    OutlookView,
    CompareView,
    TableView,
    EvidenceView,
)

"""The chain at one point: layers of the bill, what they are made of, and who sells them."""

from engine.chain.account import Account, LayerAccount, account
from engine.chain.dependence import Dependence, SupplierRevenue, dependence
from engine.chain.items import Item
from engine.chain.sellers import Seller, sellers
from engine.chain.swaps import Swap, swaps

__all__ = [
    "Account",
    "Dependence",
    "Item",
    "LayerAccount",
    "Seller",
    "SupplierRevenue",
    "Swap",
    "account",
    "dependence",
    "sellers",
    "swaps",
]

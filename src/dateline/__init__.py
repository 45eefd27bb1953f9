"""Dateline: one dated, sourced record of what news pages about international affairs tell."""

__version__ = "0.1.0"

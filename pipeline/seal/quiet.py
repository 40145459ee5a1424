"""The libraries beneath log what they meet; what matters of it is told as findings instead."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

_NAMES = ("pyhanko", "pyhanko_certvalidator")


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the libraries' own log from the terminal: it is English, and may name what is on the machine."""
    loggers = [logging.getLogger(name) for name in _NAMES]
    earlier = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, earlier, strict=True):
            logger.setLevel(level)

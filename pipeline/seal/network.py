"""One question over HTTP, to the address that was given and no other: bounded in time and size, without redirects."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from dataclasses import dataclass
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

LONGEST = 30.0  # seconds for a whole answer, from the look-up of the name to the last byte
MOST_BYTES = 2**20


class NoAnswerError(Exception):
    """There was no usable answer; the text says why, in Swedish."""


@dataclass(frozen=True)
class Question:
    """What is asked: ``body`` is posted as ``kind``, or nothing is posted; an answer of another ``wanted`` is none."""

    address: str
    body: bytes | None = None
    kind: str = ""
    wanted: str = ""
    most: int = MOST_BYTES


def asked(question: Question) -> bytes:
    """Return the answer to a question.

    Raises NoAnswerError where there is none in time, or one that is refused, too long or of another type.
    """
    if urlsplit(question.address).scheme not in {"http", "https"}:
        raise NoAnswerError("adressen börjar inte med http:// eller https://")
    told: list[bytes | NoAnswerError] = []
    # A thread of its own, so that a server that sends one byte at a time, or a name that nobody looks up, is left too.
    thread = Thread(target=lambda: told.append(_told(question)), daemon=True)
    thread.start()
    thread.join(LONGEST)
    if not told:
        raise NoAnswerError(f"den svarade inte inom {LONGEST:g} sekunder")
    if isinstance(told[0], NoAnswerError):
        raise told[0]
    return told[0]


def _told(question: Question) -> bytes | NoAnswerError:
    try:
        return _answer(question)
    except urllib.error.HTTPError as error:
        error.close()
        return NoAnswerError(f"den svarade med felkoden {error.code}")
    except TimeoutError:
        return NoAnswerError(f"den svarade inte inom {LONGEST:g} sekunder")
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        return NoAnswerError(f"den gick inte att nå ({reason or type(error).__name__})")
    except NoAnswerError as error:
        return error


def _answer(question: Question) -> bytes:
    headers = {"Content-Type": question.kind, "Accept": question.wanted} if question.kind else {}
    request = urllib.request.Request(question.address, question.body, headers)  # noqa: S310 - the scheme is asked above
    with urllib.request.build_opener(_NoRedirect).open(request, timeout=LONGEST) as answer:
        found = answer.headers.get_content_type()
        if question.wanted and found != question.wanted:
            raise NoAnswerError(f"den svarade med {found} i stället för {question.wanted}")
        data: bytes = answer.read(question.most + 1)
    if len(data) > question.most:
        raise NoAnswerError(f"svaret är längre än {question.most} byte")
    return data


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """An answer that sends one elsewhere is no answer: only the address that was given is asked."""

    def redirect_request(self, *_arguments: Any, **_options: Any) -> None:
        return None

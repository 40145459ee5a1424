"""Time stamps from the authority that was given (RFC 3161), and no other."""

from __future__ import annotations

from typing import ClassVar

from asn1crypto import cms, core, tsp
from pyhanko.sign.timestamps import TimeStamper

from pipeline.seal.network import NoAnswerError, Question, asked

_ASKED, _ANSWERED = "application/timestamp-query", "application/timestamp-reply"


class _Answer(core.Sequence):  # type: ignore[misc]
    """An answer as RFC 3161 2.4.2 has it: one that refuses has no time stamp."""

    _fields: ClassVar = [("status", tsp.PKIStatusInfo), ("time_stamp_token", cms.ContentInfo, {"optional": True})]


class Stamper(TimeStamper):
    """Asks one authority for time stamps; its certificates are kept for those who ask after them."""

    def __init__(self, address: str) -> None:
        TimeStamper.__init__(self)
        self.address = address

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Return the authority's answer, read whole; raises NoAnswerError where there is none."""
        data = asked(Question(self.address, req.dump(), _ASKED, _ANSWERED))
        try:
            status = _Answer.load(data, strict=True)["status"]["status"].native
            if status not in {"granted", "granted_with_mods"}:
                raise NoAnswerError(f"den nekade tidsstämpeln ({status})")
            answer = tsp.TimeStampResp.load(data, strict=True)
            _ = answer.native  # reads all of it
            imprint = answer["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed["message_imprint"]
            if imprint.dump() != req["message_imprint"].dump():
                raise NoAnswerError("tidsstämpeln gäller något annat än det som skickades")
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise NoAnswerError("svaret är ingen tidsstämpel") from error
        return answer

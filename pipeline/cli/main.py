"""The command ``kansli``: its commands, and how every way of ending becomes an exit code and a line in Swedish."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence

import click

from pipeline.cli.commands.build_case import build_case
from pipeline.cli.commands.check_case import check_case
from pipeline.cli.commands.compare_versions import compare_versions
from pipeline.cli.commands.explain import explain
from pipeline.cli.commands.fix_version import fix_version
from pipeline.cli.commands.new_case import new_case
from pipeline.cli.commands.render_file import render_file
from pipeline.cli.commands.seal_results import seal_results
from pipeline.cli.commands.template import template_group
from pipeline.cli.commands.trace_number import trace_number
from pipeline.cli.commands.verify_results import verify_results
from pipeline.cli.commands.version import version
from pipeline.cli.group import METAVAR, SETTINGS, SwedishGroup
from pipeline.cli.language import speak_swedish
from pipeline.cli.session import JSON, Session
from pipeline.errors import ExitCode, KansliError
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.findings.verdict import Verdict

HELP = """Gör handlingar till nämnden som Word och som tillgänglig PDF för arkivet.

Ett ärende är en mapp med texter, tabeller och uppgifter. Börja med kansli ny, fyll i filerna och kör kansli bygg."""

_OUTPUT_REFUSED = {errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}

# What a run makes stays until it ends: a search for rings of garbage every 700 objects, as is usual, is a sixth of it.
# A report of some thirty pages makes fewer than this, one of some hundreds is searched now and then.
_SELDOM = (400_000, 20, 100)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; nothing but the result and what to do about it is ever shown."""
    gc.set_threshold(*_SELDOM)
    speak_swedish()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    session = Session()
    try:
        code = _run(arguments, session)
        sys.stdout.flush()
    except BrokenPipeError:
        return _without_output(ExitCode.BROKEN_PIPE)
    except OSError as error:
        code = _without_output(ExitCode.FILE_ACCESS)
        _show(_unwritable_output(error), Session())
    return code


def _run(arguments: Sequence[str] | None, session: Session) -> int:
    try:
        return int(_group()(args=arguments, prog_name="kansli", standalone_mode=False, obj=session) or 0)
    except SystemExit as error:
        # Click's own answer to a pipe that was closed; all other ways of ending are exceptions of its own.
        raise BrokenPipeError from error
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("avbrutet; " + ("det som skrevs ligger kvar" if session.changed else "inget ändrades"), err=True)
        return ExitCode.INTERRUPTED
    except KansliError as error:
        _show(error.finding, session)
        return error.exit_code
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None and error.errno in _OUTPUT_REFUSED:
            raise  # no file of ours: it is the output itself that nobody takes
        return _crashed(error, session)


def _group() -> SwedishGroup:
    group = SwedishGroup(
        "kansli", help=HELP, context_settings=SETTINGS, options_metavar=METAVAR, subcommand_metavar="KOMMANDO …"
    )
    for command in (
        build_case,
        check_case,
        render_file,
        new_case,
        explain,
        trace_number,
        verify_results,
        fix_version,
        seal_results,
        compare_versions,
        template_group,
        version,
    ):
        group.add_command(command)
    return group


def _show(found: Finding, session: Session) -> None:
    from pipeline.cli import show

    if session.form == JSON:
        click.echo(show.as_json(Verdict.NOT_CHECKED, (found,), (), session))
    else:
        show.said((found,), session)


def _crashed(error: Exception, session: Session) -> int:
    from pipeline.cli.crash import crashed

    _show(crashed(error), session)
    return ExitCode.INTERNAL


def _unwritable_output(error: OSError) -> Finding:
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return finding("SYS111", f"det som skulle skrivas på standard ut gick inte att skriva ({name})")


def _without_output(code: ExitCode) -> int:
    """Return the code, with what is left of the output thrown away: Python must not complain of it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code

"""`python -m advisor serve`, but it forgets after a second and tells at `/held` whom it holds."""

import gc
import sys
from functools import partial

from starlette.responses import PlainTextResponse
from streamlit.runtime.app_session import AppSession

from advisor import Reading
from advisor.__main__ import main
from advisor.journal.state import Upload
from advisor.page.sample import SAMPLE
from advisor.serve import forgetting, headers, server


def theirs(thing: object) -> bool:
    """Whether this is of a visitor: what they entered, or a sheet that is not the sample."""
    match thing:
        case AppSession():
            return bool(thing.session_state.filtered_state)
        case Reading() | Upload():
            return thing.name != SAMPLE.name
        case _:
            return False


class Telling(headers.StrictHeaders):
    """Answers `/held` with how many things of visitors are in memory."""

    async def __call__(self, scope, receive, send):
        if scope.get("path") == "/held":
            held = sum(theirs(thing) for thing in gc.get_objects())
            await PlainTextResponse(str(held))(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


if __name__ == "__main__":
    server.StrictHeaders = Telling
    server.Hosting = partial(server.Hosting, away_seconds=1)
    forgetting.FORGETS_EVERY_SECONDS = 0.5
    sys.exit(main(["serve", *sys.argv[1:]]))

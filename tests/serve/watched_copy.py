"""`python -m advisor serve`, but it forgets after a second and tells at `/held` whom it holds."""

import gc
import sys
from functools import partial

from starlette.responses import PlainTextResponse
from streamlit.runtime.app_session import AppSession

from advisor.__main__ import main
from advisor.serve import forgetting, headers, server


class Telling(headers.StrictHeaders):
    """Answers `/held` with how many visits have anything in memory."""

    async def __call__(self, scope, receive, send):
        if scope.get("path") == "/held":
            visits = [thing for thing in gc.get_objects() if isinstance(thing, AppSession)]
            held = sum(bool(visit.session_state.filtered_state) for visit in visits)
            await PlainTextResponse(str(held))(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


if __name__ == "__main__":
    server.StrictHeaders = Telling
    server.Hosting = partial(server.Hosting, away_seconds=1)
    forgetting.FORGETS_EVERY_SECONDS = 0.5
    sys.exit(main(["serve", *sys.argv[1:]]))

"""What stops a command: one line for the person who typed it."""


class CommandError(Exception):
    """The command cannot go on.

    code  stable name of the reason, such as "file_missing"
    text  one clear sentence
    """

    def __init__(self, code: str, text: str) -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text

"""Headings that open a list: of other stories, of references, of readers' comments."""

from __future__ import annotations

import re

_OPENS_LIST = re.compile(
    r"\W*(?:trending(?: \w+)?|related(?: \w+)?|(?:latest|recent|more|other|popular|top|all"
    r"|featured) (?:news|stories|articles|headlines|posts|products|links|videos?|reading|coverage"
    r"|(?:from|on|in|by) .{1,40})|latest|most (?:read|popular|viewed|shared|watched|recent)(?: "
    r".{0,20})?|editors?[’']?s?[’']? (?:picks?|choices?)|recommended(?: .{0,30})?|you (?:may"
    r"|might) (?:also )?(?:like|be interested.{0,20})|also (?:in|on|from) .{1,40}|(?:from "
    r")?(?:around )?the web|what to read next|read (?:next|more)|(?:sponsored|promoted) \w+|see "
    r"also|further reading|sources|references|external links|sister links|don[’']t miss|up next"
    r"|tags|topics|follow us|connect(?: with)?(?: us)?(?: on)?|about the authors?)\W*",
    re.IGNORECASE,
)
_OPENS_COMMENTS = re.compile(
    r"\W*(?:leave a (?:reply|comment)|(?:\d+ |reader |all |top |view |show )?comments?(?: "
    r"?\(?\d+\)?)?|\d+ (?:replies|responses)(?: to .{0,100})?|(?:post|add) a comment|join the "
    r"(?:conversation|discussion)|have your say)\W*",
    re.IGNORECASE,
)
_OPENS_CONTACTS = re.compile(
    r"\W*(?:for )?(?:media|press|news|investor)s?(?: (?:relations|office|and|&|investor|media))"
    r"{0,3} (?:contacts?|inquiries|enquiries)(?: (?:information|details|person))?\W*",
    re.IGNORECASE,
)


def opens_list(line: str) -> str | None:
    """Return what a heading opens: "related list", "comment box", "contact line", or None."""
    if len(line) > 120:
        return None
    if _OPENS_CONTACTS.fullmatch(line):
        return "contact line"
    if _OPENS_COMMENTS.fullmatch(line):
        return "comment box"
    return "related list" if _OPENS_LIST.fullmatch(line) else None

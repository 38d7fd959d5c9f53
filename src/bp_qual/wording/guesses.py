"""What was probably meant by a name that nothing has, and why the computer refused a file: remarks for a `Problem`."""

from __future__ import annotations

import errno
from collections.abc import Iterable

from bp_qual.display import nearest
from bp_qual.windows import number_of
from bp_qual.wording.remarks import Remark

_REFUSED = {
    errno.EACCES: "permission denied", errno.EPERM: "permission denied", errno.ENOSPC: "disk full",
    errno.EDQUOT: "disk full", errno.EROFS: "disk read-only", errno.EISDIR: "is a folder", errno.ENOTDIR: "no folder",
    errno.ENOENT: "not there", errno.EEXIST: "there already", errno.ENAMETOOLONG: "name too long",
    errno.EIO: "disk fault", errno.ELOOP: "links in a circle", errno.EBUSY: "file in use",
    errno.ETXTBSY: "open elsewhere",
    errno.EMFILE: "too many files open", errno.EFBIG: "file too large", errno.EINVAL: "name not possible",
    errno.EBADF: "closed",
}  # fmt: skip


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> Remark:
    """Return a guess at what was meant, or a list of all that is known.

    Parameters
    ----------
    word : str
        What was written.
    known : iterable of str
        What could have been meant.
    otherwise : str
        The kind of remark that lists ``names`` where nothing is close; without it there is no list.

    Returns
    -------
    Remark
        A sentence, or one without words.

    Examples
    --------
    >>> did_you_mean("inclde", ["include", "exclude"]).say("nl")
    "Bedoel je 'include'?"
    >>> print(did_you_mean("x", ["include", "exclude"], "may hold"))
    It may hold: include, exclude.
    >>> print(did_you_mean("2013", ["2009", "2019"], "there are"))
    There are: 2009, 2019.
    """
    names = tuple(known)
    if close := nearest(word, names):
        return Remark("did you mean", values={"name": close})
    return Remark(otherwise, values={"names": names}) if otherwise and names else Remark("nothing")


def why_refused(error: Exception) -> Remark:
    """Return why the computer would not read or write a file.

    >>> why_refused(OSError(errno.ENOSPC, "No space left on device")).say("nl")
    'de schijf is vol'
    """
    kind = _REFUSED.get(number_of(error))
    text = getattr(error, "strerror", None) or str(error)
    return Remark(kind) if kind else Remark("as written", values={"text": text})

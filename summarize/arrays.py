"""Arrays: the sorts of numpy arrays that the program works with, for annotations alone.

Every array that is passed around is of one of these sorts, so that the type checker sees where
whole numbers, flags and both precisions meet. Shapes are no part of them; docstrings tell those.

Nothing here exists when the program runs, since numpy takes nearly as long to import as the whole
command line: these names are imported under TYPE_CHECKING, and annotations are never evaluated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, TypeAlias, TypeVar

    import numpy as np
    from numpy.typing import NDArray

    Vectors: TypeAlias = NDArray[np.float32]  # n × d, each row of unit length

    Singles: TypeAlias = NDArray[np.float32]
    Doubles: TypeAlias = NDArray[np.float64]
    Floats: TypeAlias = NDArray[np.floating[Any]]  # of either precision

    Bytes: TypeAlias = NDArray[np.int8]
    Ints: TypeAlias = NDArray[np.int32]  # where a story's millions of numbers take half as much
    Longs: TypeAlias = NDArray[np.int64]  # what numpy counts and looks up with
    Wholes: TypeAlias = NDArray[np.integer[Any]]  # of any width
    Hashes: TypeAlias = NDArray[np.uint64]

    Sort = TypeVar("Sort", bound=np.generic)  # in NDArray[Sort]: what goes in comes out

    Flags: TypeAlias = NDArray[np.bool_]  # which of several

    Sparse: TypeAlias = Any  # scipy's csr_array of float64; scipy tells no types

"""Arrays of arrays are read as NumPy writes them, and nothing in the file is ever run."""

import io

import numpy as np
import pytest
from groundswell.core.grace.object_array import read_objects


def program_of(array):
    """Return what NumPy writes after the header of a .npy file with an array of objects."""
    stream = io.BytesIO()
    np.save(stream, array, allow_pickle=True)
    stream.seek(0)
    np.lib.format.read_magic(stream)
    np.lib.format.read_array_header_1_0(stream)
    return stream.read()


def objects(*items):
    whole = np.empty(len(items), dtype=object)
    whole[:] = items
    return whole


def test_arrays_of_several_shapes_orders_and_types():
    rng = np.random.default_rng(1)
    arrays = [
        rng.normal(size=(3, 3)),
        np.asfortranarray(rng.normal(size=(4, 2))),
        rng.normal(size=5).astype(">f4"),
        np.arange(6, dtype=np.int64).reshape(2, 3),
    ]
    found = read_objects(program_of(objects(*arrays)))
    assert found.dtype == object
    for one, expected in zip(found, arrays):
        np.testing.assert_array_equal(one, expected)


class Harmful:
    def __reduce__(self):
        return print, ("run!",)


def test_code_is_refused_and_not_run(capsys):
    with pytest.raises(ValueError, match="more than numbers"):
        read_objects(program_of(objects(Harmful())))
    assert capsys.readouterr().out == ""


def test_what_is_cut_off_says_so():
    program = program_of(objects(np.zeros((2, 2)), np.ones(3)))
    for stop in (len(program) - 1, len(program) // 2, 3):
        with pytest.raises(ValueError, match=r".+"):
            read_objects(program[:stop])

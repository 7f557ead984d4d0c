"""GRIB of edition 1, written by hand: just what readers are tested with."""

import struct

import numpy as np

ECMWF = 98


def _three(number):
    return struct.pack(">I", number)[1:]


def _signed(value, size):
    data = bytearray(abs(int(round(value))).to_bytes(size, "big"))
    if value < 0:
        data[0] |= 0x80
    return bytes(data)


def _ibm(value):
    """Return a number as IBM's single precision, and what it then is."""
    if value == 0:
        return bytes(4), 0.0
    sign, size, exponent = (0x80 if value < 0 else 0), abs(value), 64
    while size >= 1:
        size, exponent = size / 16, exponent + 1
    while size < 1 / 16:
        size, exponent = size * 16, exponent - 1
    mantissa = int(size * 2**24)
    return bytes([sign | exponent]) + mantissa.to_bytes(3, "big"), (-1 if sign else 1) * mantissa / 2**24 * 16.0 ** (
        exponent - 64
    )


def message(parameter, when, values, north, west, step, hours=0):
    """Return a message of ECMWF's table 128: values [row from the north, column], `hours` of forecast."""
    rows, columns = values.shape
    year, month, day, hour = when
    product = _three(28) + bytes([128, ECMWF, 255, 255, 128, parameter, 1, 0, 0])
    product += bytes([(year - 1) % 100 + 1, month, day, hour, 0, 1, 0, hours, 4 if hours else 0])
    product += bytes([0, 0, 0, (year - 1) // 100 + 1, 0, 0, 0])
    grid = _three(32) + bytes([0, 255, 0]) + struct.pack(">HH", columns, rows)
    grid += _signed(north * 1000, 3) + _signed(west * 1000, 3) + bytes([128])
    grid += _signed((north - step * (rows - 1)) * 1000, 3) + _signed((west + step * (columns - 1)) * 1000, 3)
    grid += struct.pack(">HH", int(step * 1000), int(step * 1000)) + bytes(5)
    stored, reference = _ibm(float(values.min()))
    span = float(values.max() - reference)
    scale = int(np.ceil(np.log2(span / 65535))) if span > 0 else 0
    packed = np.clip(np.round((values.ravel() - reference) / 2.0**scale), 0, 65535).astype(">u2").tobytes()
    data = bytes([0]) + _signed(scale, 2) + stored + bytes([16]) + packed
    data += bytes((len(data) + 3) % 2)
    body = product + grid + _three(len(data) + 3) + data
    return b"GRIB" + _three(len(body) + 12) + bytes([1]) + body + b"7777"

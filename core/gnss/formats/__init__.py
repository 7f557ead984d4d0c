"""Readers of position series, one module a kind of file.

In: a file of a centre or a table. Out: :class:`..station.Station`, daily heights in millimetres, up positive.
What a file means is recognised by its content; what it does not say is asked for or refused.
"""

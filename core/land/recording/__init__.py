"""Array functions recorded once and run many times: the same numbers without NumPy's allocations and small calls.

In comes a function of arrays (:class:`~.trace.Recorder` calls it with stand-ins), out comes a list of NumPy calls into
buffers that are kept (:class:`~.program.Program`).
"""

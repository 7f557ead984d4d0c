"""What is assimilated: storage, frames and stations on common places and epochs.

In: files. Out: arrays collocated in space and time.
"""

"""Files of public web servers: listings, sizes, resumable and verified fetching.

In: an address. Out: files in a folder, whole or not at all under their own name. Only the standard library is used.
"""

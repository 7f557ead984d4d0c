"""Files of a web server: listings, sizes, resuming, verifying, failing in words; against servers on the loopback."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from groundswell.core.errors import Cancelled, InputError, OutputError
from groundswell.core.gnss.fetching import GnssRequest, fetch_gnss
from groundswell.core.gnss.importing import GnssOptions, import_gnss
from groundswell.core.insar.fetching import FrameRequest, fetch_frame
from groundswell.core.insar.frames.licsar import find_frame
from groundswell.core.remote import fetch
from groundswell.core.remote.address import fetch_files
from groundswell.core.remote.client import Broken, Client, NotThere, ServerOptions, joined
from groundswell.core.remote.fetch import Item, Sized, ask_sizes, fetch_all, fetch_one
from groundswell.core.remote.listing import listing_of, read_listing
from groundswell.core.work.progress import SilentProgress
from web_server import serving

QUICK = ServerOptions(timeout=5.0, tries=3, pause=0.01)
FRAME = "099A_06414_131313"
POLY = "99.5 25.0\n102.0 25.0\n102.0 27.0\n99.5 27.0\n"


def never():
    return False


@pytest.fixture
def portal(licsar_frame, tmp_path):
    """A server's folder with one frame of the portal, with delays of one date."""
    pairs = {f"{a}_{b}": np.full((10, 12), 1.0) for a, b in PAIRS}
    made = licsar_frame(pairs, layout="portal", name=f"LiCSAR_products/99/{FRAME}")
    epoch = made / "epochs" / "20180101"
    epoch.mkdir(parents=True)
    (epoch / "20180101.sltd.geo.tif").write_bytes(b"II*\0" + bytes(500))
    (made / "epochs" / "20180113").mkdir()
    (made / "metadata" / f"{FRAME}-poly.txt").write_text(POLY)
    return tmp_path / "LiCSAR_products"


PAIRS = (("20180101", "20180113"), ("20180113", "20180125"), ("20180125", "20180206"))


@pytest.mark.parametrize(
    ("page", "folders", "files"),
    [
        (  # Apache
            '<a href="?C=N;O=D">Name</a><a href="/data/">Parent</a><a href="20180101/">x</a><a href="a%20b.tif">y</a>',
            ("20180101",),
            ("a b.tif",),
        ),
        (  # nginx
            '<h1>Index of /data/f/</h1><pre><a href="../">../</a>\n<a href="m/">m/</a> 01-Jan-2020 -\n'
            '<a href="b.txt">b.txt</a> 01-Jan-2020 12</pre>',
            ("m",),
            ("b.txt",),
        ),
        (  # absolute addresses, other servers, names that lead out of the folder
            '<A HREF="http://h/data/f/c.tif">c</A><a href="http://other/data/f/d.tif">d</a>'
            '<a href="/data/f/e/">e</a><a href="..%2F..%2Fx">x</a><a href="#top">t</a>',
            ("e",),
            ("c.tif",),
        ),
    ],
)
def test_listings_of_several_servers(page, folders, files):
    found = listing_of(page, "http://h/data/f/")
    assert (found.folders, found.files) == (folders, files)


def test_a_file_that_breaks_off_is_resumed(tmp_path):
    (tmp_path / "s").mkdir()
    data = np.random.default_rng(1).bytes(200_000)
    (tmp_path / "s" / "a.bin").write_bytes(data)
    with serving(tmp_path / "s") as server:
        server.breaks = 2
        item = Item(f"{server.address}/a.bin", tmp_path / "got" / "a.bin")
        received = fetch_one(Client(QUICK), Sized(item, len(data)), never)
        assert item.path.read_bytes() == data
        assert received == len(data)  # no byte twice
        assert [part for _, _, part in server.requests] == ["", "bytes=100000-", "bytes=150000-"]
    assert sorted(path.name for path in item.path.parent.iterdir()) == ["a.bin"]


@pytest.mark.parametrize("how", ["no parts", "changed"])
def test_a_beginning_of_another_file_is_not_gone_on_from(tmp_path, how):
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "a.bin").write_bytes(b"1" * 5000)
    with serving(tmp_path / "s") as server:
        item = Item(f"{server.address}/a.bin", tmp_path / "a.bin")
        server.breaks = 1
        with pytest.raises(Broken, match="broke off"):
            fetch_one(Client(ServerOptions(tries=1)), Sized(item, 5000), never)
        assert (tmp_path / "a.bin.part").stat().st_size == 2500
        assert not item.path.exists()
        server.with_parts = how == "changed"
        (tmp_path / "s" / "a.bin").write_bytes(b"2" * 5000)
        fetch_one(Client(QUICK), Sized(item, 5000), never)
    assert item.path.read_bytes() == b"2" * 5000


def test_sizes_are_verified(tmp_path):
    (tmp_path / "a.bin").write_bytes(b"x" * 100)
    with serving(tmp_path) as server:
        item = Item(f"{server.address}/a.bin", tmp_path / "b.bin")
        with pytest.raises(Broken, match="has 100 bytes instead of the 90"):
            fetch_one(Client(ServerOptions(tries=1)), Sized(item, 90), never)
    assert not item.path.exists()


def test_a_login_page_is_no_image(tmp_path):
    (tmp_path / "a.tif").write_text("<html>Please sign in</html>")
    (tmp_path / "a.tenv3").write_text("<!DOCTYPE html><html>Please sign in</html>")
    with serving(tmp_path) as server:
        for name in ("a.tif", "a.tenv3"):
            item = Item(f"{server.address}/{name}", tmp_path / "got" / name)
            with pytest.raises(InputError, match="such as a login page"):
                fetch_one(Client(QUICK), Sized(item, None), never)
            assert not item.path.exists()


def test_what_cannot_be_reached(tmp_path):
    client = Client(ServerOptions(timeout=2.0, tries=2, pause=0.01))
    with serving(tmp_path) as server:
        address = server.address
        with pytest.raises(NotThere, match="404"):
            client.size(f"{address}/none.bin")
        with pytest.raises(InputError, match="lists nothing"):
            read_listing(client, address)
    with pytest.raises(Broken, match="cannot be reached"):
        client.text(address)
    with pytest.raises(InputError, match="no address of a web server"):
        client.text("ftp://example.org/a")
    with pytest.raises(Broken, match="proxy"):
        Client(ServerOptions(tries=1, timeout=2.0, proxy=address)).text("http://example.org/")


def test_a_slow_server_ends_in_words_or_in_time(tmp_path):
    (tmp_path / "a.bin").write_bytes(b"x" * 1000)
    with serving(tmp_path) as server:
        item = Item(f"{server.address}/a.bin", tmp_path / "b.bin")
        server.pause = 0.3
        fetch_one(Client(QUICK), Sized(item, 1000), never)
        assert item.path.read_bytes() == b"x" * 1000
        server.pause = 1.0
        with pytest.raises(Broken, match="broke off|reached"):
            fetch_one(Client(ServerOptions(timeout=0.2, tries=1)), Sized(item, 1000), never)


def test_politely_at_the_same_time_and_never_twice(tmp_path):
    (tmp_path / "s").mkdir()
    for k in range(12):
        (tmp_path / "s" / f"{k}.bin").write_bytes(bytes(1000 + k))
    with serving(tmp_path / "s") as server:
        server.pause = 0.02
        client = Client(ServerOptions(timeout=5.0, connections=3))
        items = [Item(f"{server.address}/{k}.bin", tmp_path / "got" / f"{k}.bin") for k in range(12)]
        sized, missing = ask_sizes(
            client, [*items, Item(f"{server.address}/x", tmp_path / "x", False)], SilentProgress()
        )
        assert sum(one.size for one in sized) == 12 * 1000 + 66
        assert missing == [f"{server.address}/x"]
        first = fetch_all(client, sized, tmp_path, SilentProgress())
        assert (first.n_fetched, first.n_here) == (12, 0)
        assert server.most_at_once <= 3
        n_requests = server.fetched(".bin")
        (tmp_path / "got" / "3.bin").write_bytes(b"short")
        second = fetch_all(client, sized, tmp_path, SilentProgress())
        assert (second.n_fetched, second.n_here, second.n_bytes) == (1, 11, 1003)
        assert server.fetched(".bin") == n_requests + 1


def test_a_cancelled_run_goes_on_later(tmp_path):
    (tmp_path / "s").mkdir()
    for k in range(6):
        (tmp_path / "s" / f"{k}.bin").write_bytes(bytes(1000))

    class Impatient(SilentProgress):
        def __init__(self):
            super().__init__()
            self.done = 0

        def report(self, fraction, message=""):
            self.done += 1

        def cancelled(self):
            return self.done >= 2

    with serving(tmp_path / "s") as server:
        client = Client(ServerOptions(timeout=5.0, connections=1))
        sized = [Sized(Item(f"{server.address}/{k}.bin", tmp_path / "g" / f"{k}.bin"), 1000) for k in range(6)]
        with pytest.raises(Cancelled):
            fetch_all(client, sized, tmp_path, Impatient())
        again = fetch_all(client, sized, tmp_path, SilentProgress())
    assert again.n_here >= 2
    assert again.n_here + again.n_fetched == 6


def test_a_full_disk_is_said_before(tmp_path, monkeypatch):
    monkeypatch.setattr(fetch.shutil, "disk_usage", lambda path: type("Usage", (), {"free": 100_000_000})())
    sized = [Sized(Item("http://127.0.0.1:1/a", tmp_path / "a"), 80_000_000)]
    with pytest.raises(OutputError, match="80 MB are to be fetched.*room for 100 MB"):
        fetch_all(Client(QUICK), sized, tmp_path, SilentProgress())


def test_a_frame_by_name(portal, tmp_path):
    progress = SilentProgress()
    with serving(portal) as server:
        request = FrameRequest(FRAME, server=server.address, start=date(2018, 1, 5), options=QUICK)
        sizes = fetch_frame(
            FrameRequest(FRAME, server=server.address, options=QUICK, only_size=True), tmp_path, progress
        )
        assert (sizes.n_pairs, sizes.folder.exists()) == (3, False)
        assert sizes.n_bytes > 3000
        got = fetch_frame(request, tmp_path / "got", progress)
        assert got.n_pairs == 2
        frame = find_frame(got.folder)
        assert [pair.name for pair in frame.pairs] == ["20180113_20180125", "20180125_20180206"]
        assert (frame.name, sorted(frame.geometry[0])) == (FRAME, ["E", "N", "U", "hgt"])
        assert frame.metadata is not None
        before = server.fetched(".tif")
        again = fetch_frame(request, tmp_path / "got", progress)
        assert again.files.n_fetched == 0
        assert server.fetched(".tif") == before
        whole = fetch_frame(FrameRequest(FRAME, server=server.address, options=QUICK), tmp_path / "got", progress)
        # The pair and the delay of the first date came beside what was here.
        assert whole.files.n_fetched == 3
    assert (got.folder / "epochs" / "20180101" / "20180101.sltd.geo.tif").stat().st_size == 504
    assert any("does not have" in text and "baselines" in text for text in progress.warnings)


def test_a_frame_by_region_or_address(portal, tmp_path):
    other = portal / "99" / "099A_06000_131313"  # 600 km further north: by its name out of reach
    (other / "interferograms").mkdir(parents=True)
    with serving(portal) as server:
        request = FrameRequest(extent=(100.0, 101.0, 25.5, 26.0), server=server.address, what=("interferograms",))
        assert fetch_frame(request, tmp_path / "a", SilentProgress()).frame == FRAME
        with pytest.raises(InputError, match="no frame over EXTENT"):
            fetch_frame(
                FrameRequest(extent=(10.0, 11.0, 25.5, 26.0), server=server.address), tmp_path, SilentProgress()
            )
        address = joined(server.address, "99", FRAME)
        assert (
            fetch_frame(FrameRequest(address, what=("interferograms",)), tmp_path / "b", SilentProgress()).n_pairs == 3
        )
        second = portal / "99" / "099A_06415_131313"
        (second / "metadata").mkdir(parents=True)
        (second / "metadata" / f"{second.name}-poly.txt").write_text(POLY)
        with pytest.raises(InputError, match=f"2 frames: choose one as FRAME.*{FRAME}"):
            fetch_frame(request, tmp_path / "a", SilentProgress())


@pytest.mark.parametrize(
    ("request_of", "message"),
    [
        (lambda: FrameRequest(), "Give the frame's name"),
        (lambda: FrameRequest("x"), "named like 106D_05248_131313"),
        (lambda: FrameRequest(FRAME, what=("phase",)), "WHAT is phase"),
        (lambda: FrameRequest(FRAME, start=date(2019, 1, 1), end=date(2018, 1, 1)), "before START"),
        (lambda: GnssRequest(), "Give a region"),
        (lambda: GnssRequest(stations=("A",), reference_frame="ITRF"), "choose one of IGS20"),
        (lambda: ServerOptions(connections=50), "1 to 16 connections"),
    ],
)
def test_requests_that_cannot_be(request_of, message):
    with pytest.raises(InputError, match=message):
        request_of()


def test_no_such_frame_and_no_such_period(portal, tmp_path):
    with serving(portal) as server:
        with pytest.raises(InputError, match="has no frame 100A_06414_131313"):
            fetch_frame(FrameRequest("100A_06414_131313", server=server.address), tmp_path, SilentProgress())
        request = FrameRequest(FRAME, server=server.address, start=date(2025, 1, 1))
        with pytest.raises(InputError, match="no pair from 2025-01-01"):
            fetch_frame(request, tmp_path, SilentProgress())


HOLDINGS = (
    "Sta  Lat(deg)   Long(deg)     Hgt(m)      X(m)   Y(m)  Z(m)  Dtbeg      Dtend      Dtmod      NumSol StaOrigName\n"
    "KMIN   25.0295  -257.2020   1986.218 -1281255 5640746 2682880 1999-03-17 2020-10-10 2020-10-27   6100 kmin_cmn\n"
    "LHAS   29.6573    91.1040   3622.100 -106937 5549269 3139215 1995-05-19 2007-10-10 2020-10-27   4100\n"
)


@pytest.fixture
def laboratory(tmp_path):
    root = tmp_path / "ngl"
    (root / "NGLStationPages").mkdir(parents=True)
    (root / "NGLStationPages" / "DataHoldings.txt").write_text(HOLDINGS)
    (root / "NGLStationPages" / "steps.txt").write_text("KMIN  18JUN01  1  Antenna_Code_Changed\n")
    series = root / "gps_timeseries" / "IGS20" / "tenv3" / "IGS20"
    series.mkdir(parents=True)
    line = (
        "KMIN 18JAN{day:02d} 2018.0 {mjd} 1982 1 102.8 -237 -0.41548 2770712 0.864812 1986 0.{up} 0.0000 0.0015 0.0014 "
        "0.006 0.05829 -0.56488 0.04405 25.0295 -257.2020 1986.2\n"
    )
    rows = (line.format(day=k + 1, mjd=58119 + k, up=200 + k) for k in range(20))
    (series / "KMIN.tenv3").write_text("".join(rows))
    return root


def test_stations_of_a_region(laboratory, tmp_path):
    progress = SilentProgress()
    with serving(laboratory) as server:
        request = GnssRequest(
            extent=(90.0, 105.0, 20.0, 31.0), start=date(2015, 1, 1), server=server.address, options=QUICK
        )
        got = fetch_gnss(request, tmp_path / "got", progress)
        assert [one.name for one in got.stations] == ["KMIN"]
        result = import_gnss([tmp_path / "got"], tmp_path / "p.nc", GnssOptions(), progress)
        assert [(one.name, one.n_days) for one in result.stations] == [("KMIN", 20)]
        both = GnssRequest(stations=("lhas", "KMIN00CHN"), server=server.address, options=QUICK)
        assert [one.name for one in fetch_gnss(both, tmp_path / "got", progress).stations] == ["KMIN", "LHAS"]
        assert any("LHAS.tenv3" in text for text in progress.warnings)
        with pytest.raises(InputError, match="no station XXXX"):
            fetch_gnss(GnssRequest(stations=("XXXX",), server=server.address), tmp_path, progress)
        with pytest.raises(InputError, match="No station lies inside EXTENT"):
            fetch_gnss(GnssRequest(extent=(0.0, 1.0, 0.0, 1.0), server=server.address), tmp_path, progress)
        wrong = GnssRequest(stations=("LHAS",), server=server.address, reference_frame="IGS14")
        (laboratory / "NGLStationPages" / "steps.txt").unlink()
        with pytest.raises(InputError, match="has none of the series"):
            fetch_gnss(wrong, tmp_path, progress)


def test_an_address_in_the_place_of_files(laboratory, tmp_path):
    folder = "gps_timeseries/IGS20/tenv3/IGS20"
    with serving(laboratory) as server:
        fetch_files(f"{server.address}/{folder}/KMIN.tenv3", tmp_path / "one", (".tenv3",), SilentProgress())
        fetch_files(f"{server.address}/{folder}", tmp_path / "all", (".tenv3",), SilentProgress())
        with pytest.raises(InputError, match="lists no files ending in .pos"):
            fetch_files(f"{server.address}/{folder}", tmp_path / "none", (".pos",), SilentProgress())
    texts = [Path(tmp_path / where / "KMIN.tenv3").read_text() for where in ("one", "all")]
    assert texts[0] == texts[1] == (laboratory / folder / "KMIN.tenv3").read_text()

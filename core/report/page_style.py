"""The look of the reports, on screen and on paper."""

CSS = """
:root{color-scheme:light}
body{margin:0;background:#f4f2ee;color:#222;font:16px/1.5 "Segoe UI","Noto Sans","DejaVu Sans",Arial,sans-serif}
main{max-width:54rem;margin:0 auto;padding:2rem 2.5rem 3rem;background:#fff}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 1rem;color:#123a6b}
h2{font-size:1.15rem;margin:2rem 0 .5rem;padding-bottom:.2rem;border-bottom:1px solid #d9d5cd;color:#123a6b}
p{margin:.6rem 0}
.lead{font-size:1.05rem}
.headline{border-left:5px solid #123a6b;background:#eef3f9;padding:.4rem 1rem;margin:1rem 0;font-size:1.08rem}
.headline p{margin:.4rem 0}
.warnings{border-left:5px solid #c9771f;background:#fdf4e6;padding:.6rem 1rem;margin:1rem 0}
.warnings h2{margin:0;border:0;color:#8a4708}
.warnings ul{margin:.3rem 0 0;padding-left:1.2rem;overflow-wrap:anywhere}
.synthetic{border-left:5px solid #6a559f;background:#f3f0f9;padding:.6rem 1rem}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:.1rem 1.5rem;margin:1rem 0}
.facts div{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px dotted #d9d5cd}
.facts dt{color:#555}
.facts dd{margin:0;text-align:right;font-variant-numeric:tabular-nums}
.table,details{margin:1.2rem 0;overflow-x:auto}
summary{cursor:pointer;font-size:.9rem}
table{border-collapse:collapse;width:100%;font-size:.88rem;font-variant-numeric:tabular-nums}
th,td{padding:.25rem .6rem;text-align:left;border-bottom:1px solid #e4e1dc;vertical-align:top;overflow-wrap:break-word}
th{border-bottom:2px solid #8d8d8d;border-top:2px solid #8d8d8d;font-weight:600}
tbody tr:last-child td{border-bottom:2px solid #8d8d8d}
td:last-child{overflow-wrap:anywhere}
.number{text-align:right}
td.number,td.short{white-space:nowrap}
td.interval{overflow-wrap:normal}
.caption,figcaption{font-size:.9rem;color:#444;margin:.3rem 0}
figure{margin:1.5rem 0;break-inside:avoid}
figure svg,figure img{display:block;max-width:100%;height:auto;margin:0 auto}
figure svg{font-family:"DejaVu Sans","Noto Sans",Verdana,sans-serif}
@page{margin:18mm 16mm}
@media print{
body{background:#fff;font-size:10pt}
main{max-width:none;padding:0}
.table{break-inside:auto}
tr{break-inside:avoid}
h2{break-after:avoid}
details>*{display:block}
details::details-content{content-visibility:visible;display:block}
}
"""

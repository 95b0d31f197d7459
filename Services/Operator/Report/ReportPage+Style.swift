extension ReportPage {
    /// On a screen tables that are too wide for it scroll by themselves; on paper nothing scrolls, so words wrap and nothing is cut.
    static let style = """
        :root{color-scheme:light;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--bar:#1f6feb;--bar1:#8a9ab0;--bar2:#c29b3f;--good:#116329;--bad:#a40e26}
        *{box-sizing:border-box}body{margin:0 auto;max-width:72rem;padding:1.5rem;color:var(--ink);background:#fff;\
        font:15px/1.55 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
        h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
        dl{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;margin:0 0 1.2rem}dl div{display:flex;gap:.4rem;max-width:100%}\
        dt{color:var(--soft);flex:none;white-space:nowrap}dd{margin:0;min-width:0;overflow-wrap:anywhere}dl .wide{flex-basis:100%}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(12.5rem,1fr));gap:.8rem}
        article{border:1px solid var(--line);border-radius:6px;padding:.7rem .9rem}article h3{margin:0;font-size:.88rem;font-weight:600;color:var(--soft)}
        article p{margin:0;font-size:.82rem}.big{font-size:1.7rem!important;font-variant-numeric:tabular-nums}
        .good{color:var(--good)}.bad{color:var(--bad)}.even{color:var(--soft)}article span{display:block}
        .scroll{overflow-x:auto;margin:1.2rem 0}table{border-collapse:collapse;width:100%;font-size:.88rem}
        caption{text-align:left;font-weight:600;padding:.3rem 0;font-size:1rem}th,td{border-bottom:1px solid var(--line);padding:.32rem .55rem;\
        text-align:left;vertical-align:top}tbody th{font-weight:400;min-width:7em}.n{text-align:right;font-variant-numeric:tabular-nums}\
        td.n{white-space:nowrap}
        figure{margin:1rem 0;overflow-x:auto}figcaption{font-weight:600;margin-bottom:.3rem}\
        svg{width:100%;min-width:24rem;max-width:44rem;height:auto;font-size:13px}
        svg text{fill:var(--ink)}.t0{fill:var(--bar)}.t1{fill:var(--bar1)}.t2{fill:var(--bar2)}
        details{margin:.6rem 0}summary{cursor:pointer}details ul{columns:4 11rem;font-size:.85rem}
        @media (max-width:40rem){body{padding:.8rem}.cards{grid-template-columns:repeat(2,minmax(0,1fr))}\
        table{font-size:.74rem}th,td{padding:.25rem .28rem}tbody th{min-width:0}}
        @page{size:A4;margin:14mm 12mm}
        @media print{body{padding:0 .3mm;max-width:none;font-size:10pt}article,tr,figure{break-inside:avoid}caption,h2{break-after:avoid}\
        .cards{grid-template-columns:repeat(4,minmax(0,1fr))}.big{font-size:15pt!important}\
        .scroll,figure{overflow:visible}svg{min-width:0;max-width:150mm}table{font-size:8pt}th,td{padding:1.2mm 1.5mm;overflow-wrap:break-word}\
        tbody th{min-width:0}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """
}

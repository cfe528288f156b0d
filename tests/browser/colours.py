# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads colours off the screen: what stands behind each text, whatever element painted it.

Walking up the elements would miss what a drawing or a generated box paints, so the page is
photographed, once without its letters, and the pixels are compared as WCAG compares colours.
"""

from __future__ import annotations

import base64

from playwright.sync_api import Page

READING, LARGE = 7.0, 4.5  # R59: contrast of reading text and links, and of large text
# Every text that can be seen: its words, colour, least contrast and boxes on the page.
TEXTS = """([reading, large]) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    let seen = walker.currentNode.data.trim() && element.checkVisibility({visibilityProperty: true});
    for (let outer = element; outer; outer = outer.parentElement)
      seen &&= getComputedStyle(outer).clipPath === "none";
    if (!seen) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const big = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    let pane = element;  // a pane that scrolls hides what does not fit in it
    while (pane && getComputedStyle(pane).overflow === "visible") pane = pane.parentElement;
    const frame = (pane || document.documentElement).getBoundingClientRect();
    const boxes = [...range.getClientRects()]
      .filter(box => !pane || (box.left >= frame.left && box.right <= frame.right
        && box.top + box.height / 5 >= frame.top && box.bottom - box.height / 5 <= frame.bottom))
      .map(box => [box.left + scrollX, box.top + scrollY, box.width, box.height]);
    found.push({words: walker.currentNode.data.trim().slice(0, 50), boxes,
      colour: style.color.match(/[\\d.]+/g).slice(0, 3).map(Number), least: big ? large : reading});
  }
  return found;
}"""
WITHOUT_LETTERS = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`*:not(svg, svg *) { color: transparent !important;
    text-decoration-color: transparent !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
# Over the pixels of each text's boxes (their middle: a tall box may reach over a border): the least
# contrast with its colour, and the greatest contrast between any two of them.
MEASURE = """async ([picture, texts]) => {
  const image = await createImageBitmap(await (await fetch("data:image/png;base64," + picture)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const paint = canvas.getContext("2d", {willReadFrequently: true});
  paint.drawImage(image, 0, 0);
  const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([red, green, blue]) => 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  const ratio = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  return texts.map(text => {
    const own = light(text.colour);
    let [least, darkest, lightest] = [99, 1, 0];
    for (const [x, y, width, height] of text.boxes) {
      const [left, top] = [Math.max(0, Math.ceil(x)), Math.max(0, Math.ceil(y + height / 5))];
      const [across, down] = [Math.min(image.width, Math.floor(x + width)) - left,
                              Math.min(image.height, Math.floor(y + height * 4 / 5)) - top];
      if (across < 1 || down < 1) continue;
      const {data} = paint.getImageData(left, top, across, down);
      for (let at = 0; at < data.length; at += 4) {
        const here = light(data.subarray(at, at + 3));
        least = Math.min(least, ratio(own, here));
        darkest = Math.min(darkest, here);
        lightest = Math.max(lightest, here);
      }
    }
    return [least, least === 99 ? 99 : ratio(darkest, lightest)];
  });
}"""


def faint(page: Page, reading: float = READING) -> list[tuple[str, float]]:
    """Return (words, contrast) of each text whose colour is too near to what stands behind it."""
    texts = page.evaluate(TEXTS, [reading, LARGE])
    page.evaluate(WITHOUT_LETTERS)
    found = zip(texts, _measure(page, texts), strict=True)
    return [(text["words"], round(least, 2)) for text, (least, _) in found if least < text["least"]]


def vanished(page: Page) -> list[str]:
    """Return the words that cannot be seen: no two pixels where they stand differ enough."""
    texts = page.evaluate(TEXTS, [READING, LARGE])
    found = zip(texts, _measure(page, texts), strict=True)
    return [text["words"] for text, (_, greatest) in found if greatest < LARGE]


def _measure(page: Page, texts: list[dict[str, object]]) -> list[list[float]]:
    """Photograph the page and measure in an empty one, which no policy binds."""
    picture = base64.b64encode(page.screenshot(full_page=True)).decode()
    desk = page.context.new_page()
    measured = desk.evaluate(MEASURE, [picture, texts])
    desk.close()
    return measured

import { expect, test } from "vitest";
import { type HostId, hosts } from "../../src/export/snippets.ts";

const address = "https://example.org/map/?embed=1&from=aktau&to=poti&lang=ar";
const frame = { address, title: 'A "map"', width: 640, height: 360 };

test.each(Object.keys(hosts) as HostId[])("what is pasted into %s leads to the frame", (host) => {
  const snippet = hosts[host].snippet(frame);
  expect(snippet.replaceAll("&amp;", "&")).toContain(address);
});

test("a frame is markup that stays whole and takes no focus", () => {
  expect(hosts.html.snippet(frame)).toBe(
    `<iframe src="${address.replaceAll("&", "&amp;")}" title="A &quot;map&quot;" width="640" height="360" loading="lazy" allow="fullscreen" style="border:0"></iframe>`,
  );
});

test("a slide of reveal.js loads its frame when it is near", () => {
  expect(hosts.revealjs.snippet(frame)).toMatch(
    /^<section>\s+<iframe data-src="[^"]+" .* data-preload><\/iframe>/,
  );
});

test("a slide of Slidev is a page of its own", () => {
  expect(hosts.slidev.snippet(frame)).toBe(`---\nlayout: iframe\nurl: "${address}"\n---`);
});

import type { HtmlTagDescriptor, Plugin } from "vite";

/** The picture of a link's card, in `public`, with its size in pixels. */
const picture = { file: "preview.jpg", width: 1200, height: 630 } as const;
/** The frame an oEmbed reader puts into its page. */
const frame = { width: 800, height: 450 } as const;

/**
 * What other sites show for a link to the page: title and text always; picture and frame (Open Graph, oEmbed 1.0)
 * only where the page's own address is known, as both must be absolute.
 * @param site address of the built page, for instance `https://example.org/corridor/`; absent: unknown
 * @throws Error where it is no http address
 */
export function siteCards(site: string | undefined): Plugin {
  const base = site ? baseOf(site) : undefined;
  let title = "";
  return {
    name: "site-cards",
    apply: "build",
    transformIndexHtml(html) {
      title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
      const description = /name="description"\s+content="([^"]*)"/.exec(html)?.[1] ?? "";
      return [
        property("og:type", "website"),
        property("og:title", title),
        property("og:description", description),
        ...(base ? addressed(base, title) : []),
      ];
    },
    generateBundle: {
      // After the page, whose title it repeats.
      order: "post",
      handler() {
        if (!base) return;
        this.emitFile({
          type: "asset",
          fileName: "oembed.json",
          source: JSON.stringify(oembed(base, title)),
        });
      },
    },
  };
}

function baseOf(site: string): string {
  const address = URL.canParse(site) ? new URL(site) : undefined;
  if (!address?.protocol.startsWith("http")) {
    throw new Error(
      `SITE_URL "${site}": give the page's full address, for instance https://example.org/corridor/`,
    );
  }
  return address.href.replace(/\/?$/, "/");
}

function addressed(base: string, title: string): HtmlTagDescriptor[] {
  return [
    property("og:url", base),
    property("og:image", base + picture.file),
    property("og:image:width", `${picture.width}`),
    property("og:image:height", `${picture.height}`),
    { tag: "meta", attrs: { name: "twitter:card", content: "summary_large_image" } },
    {
      tag: "link",
      attrs: { rel: "alternate", type: "application/json+oembed", href: `${base}oembed.json`, title },
    },
  ];
}

function oembed(base: string, title: string): object {
  const source = `${base}?embed=1`;
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: title,
    provider_url: base,
    ...frame,
    html: `<iframe src="${source}" title="${title}" width="${frame.width}" height="${frame.height}" loading="lazy" allow="fullscreen" style="border:0"></iframe>`,
    thumbnail_url: base + picture.file,
    thumbnail_width: picture.width,
    thumbnail_height: picture.height,
  };
}

function property(name: string, content: string): HtmlTagDescriptor {
  return { tag: "meta", attrs: { property: name, content } };
}

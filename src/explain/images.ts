import type { Explanation } from "./explanation.ts";

/** The codes of problems with images and fonts. */
export const imageExplanations = {
  "image-missing": {
    why: "A text shows an image that is not in the folder images/.",
    mend: "Put the file into images/ and name it from there. An image on the web has to be copied first.",
    example: {
      wrong: { "preface.md": "A square:\n\n![A square](images/sqare.png)\n" },
      right: { "preface.md": "A square:\n\n![A square](images/square.png)\n" },
    },
  },
  "image-corrupt": {
    why:
      "The file cannot be read as an image, is in a format that print does not know, moves, or has a name that does " +
      "not fit its format.",
    mend: "Open it in an image editor and save it as JPEG, PNG, GIF or WebP, under a name that says so.",
    example: {
      wrong: { "images/crowd.jpg": "This is a text, and its name says that it is an image.\n" },
      right: {},
    },
  },
  "image-alt": {
    why: "Who cannot see an image hears its description. An image without one says nothing to them.",
    mend: "Say in a sentence what it shows, between the square brackets.",
    example: {
      wrong: { "preface.md": "A square:\n\n![](images/square.png)\n" },
      right: { "preface.md": "A square:\n\n![A square](images/square.png)\n" },
    },
  },
  "image-resolution": {
    why:
      "An image with few pixels is printed smaller, so that a reader does not see them. A picture behind the cover fills " +
      "the page, and cannot be smaller.",
    mend: "Take a picture with more pixels, or put it above the title.",
    example: {
      wrong: {
        "publication.yaml": "cover:\n  picture:\n    file: images/square.png\n    alt: A square\n    place: behind\n",
      },
      right: {
        "publication.yaml": "cover:\n  picture:\n    file: images/square.png\n    alt: A square\n    place: above\n",
      },
    },
  },
  "font-unusable": {
    why: "The font is damaged, is no font, or its maker does not allow it to be put into files.",
    mend: "Copy it again from where it came, or choose a font with a free licence.",
    example: {
      wrong: {
        "publication.yaml": "fonts:\n  text:\n    regular: fonts/name.ttf\n    licence: SIL Open Font License 1.1\n",
        "fonts/name.ttf": "This is a text, and its name says that it is a font.\n",
      },
      right: { "publication.yaml": "fonts:\n  arabic: naskh\n" },
    },
  },
} satisfies Record<string, Explanation>;

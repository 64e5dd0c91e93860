/** The most bytes of a document: a text with many images in it. */
export const mostDocumentBytes = 50e6;

/** The most bytes to which a document may unpack; chosen by eye. A few kilobytes can unpack to many gigabytes. */
export const mostUnpacked = 200e6;

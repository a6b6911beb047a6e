package io.clausestream.core.canonical;

/**
 * A line of a PDF's page.
 *
 * @param page number of the page, from 0
 * @param left where it begins, in points from the page's left
 * @param right where it ends
 * @param y how far its base is below the page's top, in points
 * @param place the same as a share of the page's height
 * @param size size of the font, in points
 * @param bold whether all of it is bold
 * @param text its text, normalised, never empty
 */
record PdfLine(
    int page,
    double left,
    double right,
    double y,
    double place,
    double size,
    boolean bold,
    String text) {}

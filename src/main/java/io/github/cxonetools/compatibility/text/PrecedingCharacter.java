package io.github.cxonetools.compatibility.text;

/** What stands before a place in a text, by which word boundaries hold: nothing, a word character, or another one. Arrays hold each twice: for
 * a loop's round that has taken nothing yet, and for others. */
enum PrecedingCharacter {
    BEGIN,
    WORD,
    OTHER;

    static final int COUNT = 6;

    static PrecedingCharacter at(int index) {
        return values()[index % 3];
    }

    int fresh() {
        return ordinal();
    }

    int moved() {
        return ordinal() + 3;
    }
}

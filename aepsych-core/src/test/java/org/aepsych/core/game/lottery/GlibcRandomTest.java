package org.aepsych.core.game.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlibcRandomTest {
    /** The first three numbers and the thousandth, as glibc gives them. */
    @ParameterizedTest
    @CsvSource({
        "42, 71876166, 708592740, 1483128881, 896784309",
        "12345, 383100999, 858300821, 357768173, 121832119",
        "0, 1804289383, 846930886, 1681692777, 1143565421",
        "1, 1804289383, 846930886, 1681692777, 1143565421",
        "-1, 254925627, 1205188300, 366127624, 1892540048",
        "-5, 1469203335, 1952330421, 2063378439, 1829443101",
        "2147483648, 1336741213, 1210407648, 1447044896, 193932953"
    })
    void givesTheNumbersOfTheCLibrary(long seed, int first, int second, int third, int thousandth) {
        GlibcRandom random = new GlibcRandom(seed);

        List<Integer> numbers = Stream.generate(random::next).limit(1_000).toList();

        assertThat(numbers).startsWith(first, second, third).endsWith(thousandth);
    }

    @ParameterizedTest
    @CsvSource({"42, 4294967338", "0, 4294967296", "-5, 4294967291", "-1, 9223372036854775807"})
    void looksAtTheLowest32BitsOfASeed(long seed, long same) {
        GlibcRandom one = new GlibcRandom(seed);
        GlibcRandom other = new GlibcRandom(same);

        assertThat(Stream.generate(one::next).limit(1_000))
                .containsExactlyElementsOf(
                        Stream.generate(other::next).limit(1_000).toList());
    }
}

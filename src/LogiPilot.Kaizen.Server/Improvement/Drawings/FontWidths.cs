using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>
/// How wide text is in the product's font, Atkinson Hyperlegible Next at weights 500 and 700: the advance of each character in
/// thousandths of the font's size, as Chromium measures it, without kerning, which only makes text narrower.
/// </summary>
public static class FontWidths
{
    private const int Unknown = 800;

    // From U+0020 to U+007E, then from U+00A0 to U+00FF.
    private static readonly short[] Medium =
    [
        293, 293, 337, 697, 599, 939, 729, 180, 313, 313, 485, 601, 235, 366, 235, 408, 653, 420, 560, 586, 618, 596, 609, 521,
        619, 585, 235, 235, 560, 621, 560, 507, 779, 647, 625, 650, 677, 580, 558, 704, 697, 405, 532, 644, 545, 838, 703, 727,
        607, 737, 628, 599, 578, 688, 614, 868, 648, 605, 612, 326, 408, 344, 564, 383, 261, 536, 578, 495, 577, 548, 335, 572,
        559, 271, 251, 518, 285, 860, 559, 559, 578, 584, 360, 486, 346, 551, 489, 707, 505, 478, 478, 359, 244, 359, 548, 293,
        293, 495, 620, 585, 605, 244, 539, 394, 798, 379, 597, 607, 0, 798, 367, 369, 592, 390, 393, 261, 576, 514, 262, 278,
        267, 389, 597, 828, 833, 889, 481, 647, 647, 647, 647, 647, 647, 921, 650, 580, 580, 580, 580, 405, 405, 405, 405, 697,
        703, 727, 727, 727, 727, 727, 534, 727, 688, 688, 688, 688, 605, 607, 598, 536, 536, 536, 536, 536, 536, 871, 495, 548,
        548, 548, 548, 271, 271, 271, 285, 574, 559, 559, 559, 559, 559, 559, 601, 559, 551, 551, 551, 551, 478, 578, 478,
    ];

    private static readonly short[] Bold =
    [
        313, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440, 659, 440, 579, 600, 624, 608, 626, 537,
        624, 571, 272, 272, 569, 612, 569, 547, 781, 678, 643, 658, 689, 597, 566, 718, 701, 425, 561, 664, 552, 858, 717, 747,
        629, 757, 650, 610, 607, 686, 644, 886, 685, 650, 618, 340, 440, 344, 582, 400, 288, 552, 596, 510, 596, 563, 365, 593,
        571, 300, 259, 555, 318, 882, 571, 576, 596, 599, 376, 508, 376, 567, 530, 740, 540, 521, 506, 381, 254, 381, 537, 313,
        303, 510, 634, 593, 650, 254, 555, 432, 798, 391, 649, 615, 0, 798, 383, 394, 611, 402, 407, 288, 576, 521, 294, 298,
        284, 403, 649, 846, 853, 921, 526, 678, 678, 678, 678, 678, 678, 966, 658, 597, 597, 597, 597, 425, 425, 425, 425, 709,
        717, 747, 747, 747, 747, 747, 536, 747, 686, 686, 686, 686, 650, 629, 621, 552, 552, 552, 552, 552, 552, 878, 510, 563,
        563, 563, 563, 300, 300, 300, 314, 588, 571, 576, 576, 576, 576, 576, 595, 576, 567, 567, 567, 567, 521, 596, 521,
    ];

    private static readonly FrozenDictionary<char, (short Medium, short Bold)> Others = new Dictionary<char, (short Medium, short Bold)>
    {
        ['\u0152'] = (1013, 1024),
        ['\u0153'] = (929, 936),
        ['\u2013'] = (503, 501),
        ['\u2014'] = (827, 832),
        ['\u2018'] = (249, 269),
        ['\u2019'] = (249, 269),
        ['\u201c'] = (431, 479),
        ['\u201d'] = (431, 479),
        ['\u2022'] = (438, 438),
        ['\u2026'] = (715, 781),
        ['\u202f'] = (146, 156),
        ['\u20ac'] = (670, 678),
        ['\u2122'] = (902, 942),
        ['\u2191'] = (500, 500),
        ['\u2193'] = (500, 500),
        ['\u2192'] = (1000, 1000),
        ['\u2212'] = (601, 595),
        ['\u2264'] = (549, 549),
        ['\u2265'] = (549, 549),
        ['\u2009'] = (147, 156),
        ['\u2030'] = (1000, 1000),
        ['\u2032'] = (219, 281),
        ['\u2039'] = (370, 394),
        ['\u203a'] = (370, 394),
    }.ToFrozenDictionary();

    /// <summary>The width of a line of text, in the unit of the size.</summary>
    public static double Of(string text, double size, bool bold)
    {
        var sum = 0;
        foreach (var letter in text.EnumerateRunes())
        {
            sum += Advance(letter, bold);
        }

        return sum * size / 1000;
    }

    private static int Advance(Rune letter, bool bold) =>
        !letter.IsBmp ? 2 * Unknown
        : Known((char)letter.Value, bold) is { } known ? known
        : Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0
        : letter.ToString().Normalize(NormalizationForm.FormD) is { Length: > 1 } parts && Known(parts[0], bold) is { } plain ? plain
        : letter.Value >= 0x2e80 ? 1000
        : Unknown;

    private static int? Known(char letter, bool bold)
    {
        var index = letter is >= ' ' and <= '~' ? letter - ' ' : letter is >= '\u00a0' and <= '\u00ff' ? letter - '\u00a0' + 95 : -1;
        return index >= 0 ? (bold ? Bold : Medium)[index]
            : Others.TryGetValue(letter, out var other) ? (bold ? other.Bold : other.Medium)
            : null;
    }
}

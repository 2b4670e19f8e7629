using System.Text;
using LogiPilot.Kaizen.Server.Supply.Import;

namespace LogiPilot.Kaizen.Server.Tests.Supply.Import;

public sealed class ReadingFilesTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData(',', "1 234,50", 1234.5)]
    [InlineData(',', "1\u00A0234,50", 1234.5)]
    [InlineData(',', "1\u202F234\u202F567,5", 1234567.5)]
    [InlineData(',', "1.234,5", 1234.5)]
    [InlineData(',', "100-", -100)]
    [InlineData(',', "1 234,5 -", -1234.5)]
    [InlineData(',', "-7", -7)]
    [InlineData(',', "\u22127", -7)]
    [InlineData('.', "1,234.50", 1234.5)]
    [InlineData('.', "1'234.5", 1234.5)]
    [InlineData('.', ".5", 0.5)]
    [InlineData('.', "0.1235", 0.124)]
    public void A_number_is_read_as_it_is_written(char decimalSign, string text, double expected) =>
        Assert.Equal((decimal)expected, new NumberReader(decimalSign, null, null).Read(text));

    [Theory]
    [InlineData(',', "1.23")]
    [InlineData(',', "12.34,5")]
    [InlineData('.', "1,23")]
    [InlineData('.', "-7-")]
    [InlineData('.', "7--")]
    [InlineData('.', "12a")]
    [InlineData('.', "1.2.3")]
    [InlineData('.', "")]
    [InlineData('.', "9999999999999999999")]
    public void What_is_no_number_in_this_form_is_none(char decimalSign, string text) =>
        Assert.Null(new NumberReader(decimalSign, null, null).Read(text));

    [Fact]
    public void A_stated_place_of_the_minus_is_the_only_one()
    {
        Assert.Null(new NumberReader(',', null, "leading").Read("100-"));
        Assert.Null(new NumberReader(',', null, "trailing").Read("-100"));
    }

    [Theory]
    [InlineData("12;3,5;1.000", ',')]
    [InlineData("1.234,5", ',')]
    [InlineData("1 234;0,5", ',')]
    [InlineData("1.234.567;12", ',')]
    [InlineData("7.25;1,000", '.')]
    [InlineData("1,234.5", '.')]
    [InlineData("0.500", '.')]
    [InlineData("12;13", '.')]
    [InlineData("1,234;12", null)]
    [InlineData("1.234", null)]
    public void The_decimal_sign_is_told_by_the_values_or_left_open(string samples, char? expected) =>
        Assert.Equal(expected, NumberReader.DetectDecimal(samples.Split(';')));

    [Theory]
    [InlineData("31/12/2025", "2025-12-31")]
    [InlineData("2025-12-31", "2025-12-31")]
    [InlineData("31.12.2025 18:30", "2025-12-31")]
    [InlineData("20251231", "2025-12-31")]
    [InlineData("12/31/2025", "2025-12-31")]
    [InlineData("1/2/2025", "2025-02-01")]
    public void A_date_is_read_by_the_first_form_that_fits_day_before_month(string text, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, null), DateReader.For(null, [text], Paris).Day(text));

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01T00:00:00")]
    public void What_stands_for_no_date_is_no_instant(string text)
    {
        Assert.Null(DateReader.For(null, [text], Paris).Instant(text, isEnd: true, dayOnly: false));
        Assert.Null(DateReader.For(null, [text], Paris).Instant(text, isEnd: false, dayOnly: true));
        Assert.False(AsOf.Parse(text).IsDone);
    }

    [Fact]
    public void One_date_that_fits_only_month_first_decides_for_all() =>
        Assert.Equal(new DateOnly(2025, 2, 1), DateReader.For(null, ["02/01/2025", "12/31/2025"], Paris).Day("02/01/2025"));

    [Fact]
    public void Instants_are_read_by_the_clock_of_the_zone_unless_they_say_their_offset()
    {
        Assert.Equal(Utc(2025, 7, 1, 6, 30), Instant("2025-07-01 08:30", isEnd: false));
        Assert.Equal(Utc(2025, 7, 1, 8, 30), Instant("2025-07-01T08:30:00Z", isEnd: false));
        Assert.Equal(Utc(2025, 7, 1, 3, 30), Instant("2025-07-01T08:30:00+05:00", isEnd: false));
        Assert.Equal(Utc(2025, 6, 30, 22, 0), Instant("01/07/2025", isEnd: false));
        Assert.Equal(Utc(2025, 7, 1, 22, 0).AddMicroseconds(-1), Instant("01/07/2025", isEnd: true));
        Assert.Equal(Utc(2025, 7, 1, 22, 0).AddMicroseconds(-1), Instant("2025-07-01 08:30", isEnd: true, dayOnly: true));
        Assert.Null(DateReader.For(["dd/MM/yyyy"], [], Paris).Instant("2025-07-01", isEnd: true, dayOnly: false));
    }

    [Fact]
    public void Separator_and_encoding_are_detected()
    {
        var french = Encoding.Latin1.GetBytes("Article;Libellé;Quantité\r\nA1;\"Écrou; M8\";\"12,5\"\r\n");
        Assert.Equal("A1|Écrou; M8|12,5", Line(french));
        Assert.Equal("A1|Écrou|12,5", Line(Encoding.UTF8.GetBytes("Article\tLibellé\tQuantité\nA1\tÉcrou\t12,5\n")));
        Assert.Equal("A1|Écrou|12", Line([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,b,c\nA1,Écrou,12\n")]));
        Assert.Equal("A1|€|12", Line([.. "a;b;c\nA1;"u8, 0x80, .. ";12\n"u8]));
    }

    [Fact]
    public void Rows_are_known_by_the_line_they_start_on_and_those_of_another_width_are_refused()
    {
        var file = Read("a;b\n\n1;\"deux\nlignes\"\n3;4;5\n6;7\n"u8.ToArray());
        Assert.Equal([3, 6], file.Rows.Select(r => r.Line));
        var refused = Assert.Single(file.BadRows);
        Assert.Equal((5, "import.width"), (refused.Arguments["line"], refused.Reason));
    }

    [Fact]
    public void An_encoding_that_does_not_fit_and_a_column_twice_refuse_the_file()
    {
        Assert.Equal("import.encoding", DelimitedFile.Read("f.csv", [0xE9], new() { Encoding = "utf-8" }).Refusal!.Reason);
        Assert.Equal("import.encoding", DelimitedFile.Read("f.csv", [0x41], new() { Encoding = "klingon" }).Refusal!.Reason);
        Assert.Equal("import.columnTwice", DelimitedFile.Read("f.csv", "a;A\n"u8.ToArray(), new()).Refusal!.Reason);
        Assert.Equal("import.empty", DelimitedFile.Read("f.csv", [], new()).Refusal!.Reason);
    }

    private static DateTimeOffset? Instant(string text, bool isEnd, bool dayOnly = false) =>
        DateReader.For(null, [text], Paris).Instant(text, isEnd, dayOnly);

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    private static string Line(byte[] bytes) => string.Join('|', Read(bytes).Rows[0].Values);

    private static DelimitedFile Read(byte[] bytes) => DelimitedFile.Read("f.csv", bytes, new TextFormat()).Value;
}

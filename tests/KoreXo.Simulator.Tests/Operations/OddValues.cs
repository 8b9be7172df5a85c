namespace KoreXo.Simulator.Tests.Operations;

/// <summary>JSON that is allowed, or nearly, and that programs rarely expect.</summary>
internal static class OddValues
{
    /// <summary>Numbers as they are written in JSON.</summary>
    public static IReadOnlyList<string> Numbers { get; } =
    [
        "-0",
        "-0.0",
        "0e0",
        "1.5",
        "-1",
        "1e2",
        "1E+2",
        "100e-2",
        "1.0",
        "1e-400",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "12345678901234567890",
        "-12345678901234567890",
        "1e30",
        "79228162514264337593543950336",
        "1e308",
        "1e400",
        "-1e400",
        "1e99999999999999999999",
        "1e-99999999999999999999",
        "0.1234567890123456789012345678901234567890",
        "1234567890123456789012345678901234567890",
    ];

    /// <summary>Values of every kind, and such as break what is built on strings, times and trees.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "null",
        "true",
        "\"\"",
        "\"text\"",
        "[]",
        "{}",
        "[null]",
        "[{}]",
        "{\"a\":null}",
        "7",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "{\"\\ud800\":1}",
        "\"\\u0000\"",
        "\"9999-12-31\"",
        "\"9999-12-31T23:59:59.9999999Z\"",
        "\"0001-01-01\"",
        "\"0001-01-01T00:00:00+14:00\"",
        "\"-1\"",
        "\"1e400\"",
        $"{new string('[', 50)}{new string(']', 50)}",
        $"{new string('[', 5000)}{new string(']', 5000)}",
        "{\"a\":1,\"a\":2}",
        "\"../..\"",
        "\"%s%00<script>\"",
    ];

    /// <summary>Texts of parameters.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        .. Numbers,
        "",
        " ",
        "null",
        "true",
        "9999-12-31",
        "9999-12-31T23:59:59.9999999Z",
        "0001-01-01",
        "ü",
        "\ufffd",
        "a/b",
        "%",
        "[]",
        "{}",
    ];

    /// <summary>Whole bodies, some of which are not JSON.</summary>
    public static IReadOnlyList<string> Bodies { get; } =
    [
        "null",
        "1e400",
        "[]",
        "{}",
        "[[]]",
        "\"\\ud800\"",
        "{",
        "{\"a\":1,\"a\":1}",
        "{\"\\ud800\":1}",
        "01",
        "NaN",
        "{\"a\":1}x",
        "\ufeff{}",
        new string('[', 100_000),
    ];
}

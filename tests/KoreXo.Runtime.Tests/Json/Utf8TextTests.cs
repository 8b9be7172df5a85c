using System.Text;

namespace KoreXo.Runtime.Tests;

/// <summary>What servers send around their JSON.</summary>
public sealed class Utf8TextTests
{
    [Theory]
    [InlineData("\uFEFF{}", "{}")]
    [InlineData("{}", "{}")]
    [InlineData("\uFEFF", "")]
    [InlineData("", "")]
    [InlineData("{\uFEFF}", "{\uFEFF}")]
    public void Only_a_byte_order_mark_at_the_start_is_removed(string text, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Utf8Text.WithoutMark(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData(" \t\r\n{ }", "{ }")]
    [InlineData("{} ", "{} ")]
    [InlineData("\r\n", "")]
    [InlineData("", "")]
    [InlineData("\u00A0{}", "\u00A0{}")]
    public void The_white_space_of_json_is_removed_from_the_start(string text, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Utf8Text.TrimStart(Encoding.UTF8.GetBytes(text))));
}

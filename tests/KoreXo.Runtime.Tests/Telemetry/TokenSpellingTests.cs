using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>A key is redacted in whatever spelling the server echoes it, in whole or in part.</summary>
public sealed class TokenSpellingTests
{
    private const string Key = "k+Zq7/Xw9=bT3&Rv5<Yp1Ns8Lm2";

    public static TheoryData<string> Spellings =>
        [
            Key,
            Key.ToUpperInvariant(),
            Uri.EscapeDataString(Key),
            Uri.EscapeDataString(Key).Replace("%2B", "%2b", StringComparison.Ordinal),
            Uri.EscapeDataString(Uri.EscapeDataString(Key)),
            WebUtility.HtmlEncode(Key),
            Key.Replace("/", "\\/", StringComparison.Ordinal),
            JavaScriptEncoder.Default.Encode(Key),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Key)),
            Key[2..],
            Key[..^2],
            $"{Key[..12]}...",
            $"...{Key[^10..]}",
        ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task No_spelling_of_a_key_is_shown(string spelling)
    {
        var quoted = JsonSerializer.Serialize($"the key {spelling} is unknown", TextContext.Default.String);
        foreach (var body in new[] { $$"""{"errors":[{"msg":{{quoted}},"code":1}]}""", $"the key {spelling} is unknown" })
        {
            using var handler = new ScriptedHandler(ScriptedHandler.Status(400, body));
            using var connection = handler.Connect(configure: static options => options.Credential = new ApiKeyCredential(Key));
            var fault = await Assert.ThrowsAsync<KoreXoValidationException>(() =>
                connection.SendAsync(TestApi.Request(), null, CancellationToken.None)
            );
            foreach (var shown in new[] { fault.Message, fault.Body! })
            {
                Assert.Contains("the key", shown);
                Assert.Contains("is unknown", shown);
                Assert.Contains("***", shown);
                Assert.DoesNotContain(Parts(spelling), part => shown.Contains(part, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public async Task A_request_id_is_one_line_of_moderate_length()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Status(400, "{}", ("X-Request-Id", "a\u001b[31mb" + new string('c', 10_000)))
        );
        using var connection = handler.Connect();
        var fault = await Assert.ThrowsAsync<KoreXoValidationException>(() =>
            connection.SendAsync(TestApi.Request(), null, CancellationToken.None)
        );
        Assert.DoesNotContain('\u001b', fault.RequestId!);
        Assert.InRange(fault.RequestId!.Length, 10, 301);
        Assert.DoesNotContain('\u001b', fault.Message);
    }

    [Fact]
    public async Task A_form_is_searched_too()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(400, """{"message":"no hunter-22 & co"}"""));
        using var connection = handler.Connect();
        var operation = new OperationDescriptor(TestApi.Api, "add", HttpMethod.Post, "/") { Scopes = [], SensitiveMembers = ["name"] };
        var body = FormBody.Create(new Thing { Name = "hunter-22 & co" }, ThingCodec.Instance);
        var fault = await Assert.ThrowsAsync<KoreXoValidationException>(() =>
            connection.SendAsync(new OperationRequest(operation, "/") { Body = body }, null, CancellationToken.None)
        );
        Assert.Equal("""{"message":"no ***"}""", fault.Body);
    }

    /// <summary>
    /// Ten times as long a text costs a little more. If each value were searched for in the text, it would cost ten times as much.
    /// </summary>
    [Fact]
    public async Task Rows_and_a_long_text_cost_their_sum()
    {
        await TimeAsync(rows: 10, words: 10); // what is made once in a process
        var few = await TimeAsync(rows: 5_000, words: 180);
        var many = await TimeAsync(rows: 5_000, words: 1_800);
        Assert.True(
            many < (few * 5) + TimeSpan.FromSeconds(1),
            string.Create(CultureInfo.InvariantCulture, $"{few.TotalSeconds:F1} s, {many.TotalSeconds:F1} s")
        );
    }

    /// <summary>Measures a rejected request with ten sensitive values in each row.</summary>
    private static async Task<TimeSpan> TimeAsync(int rows, int words)
    {
        var said = string.Concat(Enumerable.Repeat("value 17 of column", words));
        using var handler = new ScriptedHandler(ScriptedHandler.Status(400, $$"""{"errors":[{"msg":"{{said}}","code":"E1"}]}"""));
        using var connection = handler.Connect();
        var operation = new OperationDescriptor(TestApi.Api, "add", HttpMethod.Post, "/") { Scopes = [], SensitiveMembers = ["x"] };
        var cells = Enumerable.Range(0, rows * 10).Select(static cell => $"\"value {cell} of column <{cell}>\"");
        var body = JsonBody.Create(
            new Thing
            {
                ExtensionData = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
                {
                    ["x"] = JsonDocument.Parse($"[{string.Join(',', cells)}]").RootElement,
                },
            },
            ThingCodec.Instance
        );
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<KoreXoValidationException>(() =>
            connection.SendAsync(new OperationRequest(operation, "/") { Body = body }, null, CancellationToken.None)
        );
        return watch.Elapsed;
    }

    private static IEnumerable<string> Parts(string spelling)
    {
        for (var at = 0; at + 8 <= spelling.Length; at++)
        {
            yield return spelling.Substring(at, 8);
        }
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class TextContext : System.Text.Json.Serialization.JsonSerializerContext;

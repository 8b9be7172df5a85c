using FsCheck;
using FsCheck.Fluent;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// A token that comes back from a user contains what it left with, or is rejected as an argument before anything is sent.
/// </summary>
public sealed class ForgedTokenTests
{
    private const string Good =
        """{"v":1,"op":"startExport","values":{"path.botId":"b","body.exportType":"latest","query.kind":"bot export"},"match":{"/_id":"1"}}""";

    private const string GoodPage = """{"v":1,"op":"listThings","p":3,"s":3,"n":3}""";

    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    [Theory]
    [InlineData("header.Host", "\"evil.example\"")]
    [InlineData("header.Transfer-Encoding", "\"chunked\"")]
    [InlineData("header.Cookie", "\"a=b\"")]
    [InlineData("header.X-HTTP-Method-Override", "\"DELETE\"")]
    [InlineData("query.admin", "true")]
    [InlineData("body.evil", "{\"deep\":1}")]
    [InlineData("path.other", "\"x\"")]
    [InlineData("anything", "1")]
    public void A_member_that_the_job_does_not_declare_is_refused(string target, string value)
    {
        using var connection = Connect(out var handler);
        var forged = Good.Replace("\"values\":{", $"\"values\":{{\"{target}\":{value},", StringComparison.Ordinal);
        var fault = Assert.Throws<ArgumentException>(() => Resume(connection, forged));
        Assert.Contains(target, fault.Message);
        Assert.Equal("token", fault.ParamName);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("\"b\"", "{\"a\":1}")]
    [InlineData("\"b\"", "[]")]
    [InlineData("\"b\"", "null")]
    [InlineData("\"b\"", "\"..\"")]
    [InlineData("\"/_id\"", "\"/other\"")]
    [InlineData("\"bot export\"", "{}")]
    public void A_value_that_cannot_be_meant_is_refused(string old, string value)
    {
        using var connection = Connect(out _);
        Assert.Throws<ArgumentException>(() => Resume(connection, Good.Replace(old, value, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\r\nX: 1")]
    [InlineData("é")]
    public void A_header_that_cannot_be_sent_is_refused_at_once(string value)
    {
        using var connection = Connect(out _);
        var job = new JobDescriptor<Thing>
        {
            Start = ExportJob.Start,
            Status = ExportJob.Status,
            Codec = ThingCodec.Instance,
            Arguments = [new JobArgument("header.X-Lang", "$request.header.X-Lang")],
            State = "/status",
        };
        var token = ExportJob.Token(
            $$$"""{"v":1,"op":"startExport","values":{"path.botId":"b","header.X-Lang":{{{((JsonAny)value).AsElement().GetRawText()}}}}}"""
        );
        Assert.Throws<ArgumentException>(() => connection.ResumeJob(job, token));
    }

    [Fact]
    public void Damaged_tokens_are_arguments_that_are_wrong()
    {
        using var connection = Connect(out _);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Fuzz.Cases * 4).WithEndSize(60),
            Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                bytes =>
                {
                    Try(() => Resume(connection, Damage(Good, bytes)));
                    Try(() => ThingLists.List(connection, ThingLists.ByOffset).AsPages(Token(Damage(GoodPage, bytes))));
                    Try(() => connection.ResumeJob(ExportJob.Export, DamageText(Token(System.Text.Encoding.UTF8.GetBytes(Good)), bytes)));
                }
            )
        );
    }

    [Theory]
    [InlineData("eyJ2IjoxLCJvcCI6Imxpc3RTZaRzaW9ucyIsInAiOjEwMCwicyI6MTAwLCJuIjoxMDB9")]
    [InlineData("eyJ2IjoxLCJvcCI6Ilx1ZDgwMCJ9")]
    public void Bytes_that_are_no_text_are_refused(string continuation)
    {
        using var connection = Connect(out _);
        Assert.Throws<ArgumentException>(() => ThingLists.List(connection, ThingLists.ByOffset).AsPages(continuation));
    }

    [Fact]
    public async Task A_signed_token_is_accepted_by_whoever_has_the_key()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, """{"_id":"1","status":"success"}"""));
        using var mine = handler.Connect(configure: static options => options.TokenSigningKeys.Add(Key));
        using var rotated = handler.Connect(configure: static options =>
        {
            options.TokenSigningKeys.Add(new byte[32]);
            options.TokenSigningKeys.Add(Key);
        });

        var token = (await ExportJob.StartAsync(mine)).ResumeToken;

        await mine.ResumeJob(ExportJob.Export, token).RefreshAsync();
        await rotated.ResumeJob(ExportJob.Export, token).RefreshAsync();
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public async Task A_token_that_is_not_signed_or_changed_is_refused()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, """{"_id":"1","status":"success"}"""));
        using var mine = handler.Connect(configure: static options => options.TokenSigningKeys.Add(Key));
        using var others = handler.Connect(configure: static options => options.TokenSigningKeys.Add(new byte[32]));
        using var without = handler.Connect();
        var token = (await ExportJob.StartAsync(mine)).ResumeToken;
        var changed = ExportJob.Text(token.Split('.')[0]).Replace("st-1", "st-2", StringComparison.Ordinal);

        Assert.Throws<ArgumentException>(() => others.ResumeJob(ExportJob.Export, token));
        Assert.Throws<ArgumentException>(() => without.ResumeJob(ExportJob.Export, token));
        Assert.Throws<ArgumentException>(() => mine.ResumeJob(ExportJob.Export, token.Split('.')[0]));
        Assert.Throws<ArgumentException>(() => mine.ResumeJob(ExportJob.Export, $"{ExportJob.Token(changed)}.{token.Split('.')[1]}"));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_signed_continuation_goes_on()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Status(200, """{"rows":[1,2,3],"hasMore":true}"""),
            ScriptedHandler.Status(200, """{"rows":[4],"hasMore":false}""")
        );
        using var connection = handler.Connect(configure: static options => options.TokenSigningKeys.Add(Key));
        var list = ThingLists.List(connection, ThingLists.ByOffset);
        string? continuation = null;
        await foreach (var page in list.AsPages())
        {
            continuation = page.Continuation;
            break;
        }

        Assert.Contains('.', continuation!);
        await foreach (var page in list.AsPages(continuation))
        {
            Assert.Equal<long>([4], page.Items);
        }

        Assert.Throws<ArgumentException>(() => list.AsPages(continuation!.Split('.')[0]));
    }

    [Fact]
    public void A_key_that_is_too_short_is_refused()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        var fault = Assert.Throws<ArgumentException>(() =>
            handler.Connect(configure: static options => options.TokenSigningKeys.Add(new byte[31]))
        );
        Assert.Contains("TokenSigningKeys must be keys of at least 32 bytes", fault.Message);
    }

    private static ApiConnection Connect(out ScriptedHandler handler)
    {
        handler = new ScriptedHandler(ScriptedHandler.Status(200));
        return handler.Connect();
    }

    private static Job<Thing> Resume(ApiConnection connection, string json) =>
        connection.ResumeJob(ExportJob.Export, ExportJob.Token(json));

    private static Job<Thing> Resume(ApiConnection connection, byte[] json) => connection.ResumeJob(ExportJob.Export, Token(json));

    private static string Token(byte[] json) => Base64Url.Encode(json);

    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (ArgumentException)
        {
            // As documented.
        }
    }

    /// <summary>Changes, removes or inserts bytes, or whole values, at the positions that the given bytes determine.</summary>
    private static byte[] Damage(string good, byte[] how)
    {
        string[] values = ["null", "-1", "1e99", "9223372036854775807", "{}", "[]", "\"\\ud800\"", "true"];
        var bytes = System.Text.Encoding.UTF8.GetBytes(good).ToList();
        for (var at = 0; at + 2 < how.Length && bytes.Count > 0; at += 3)
        {
            var place = how[at + 1] % bytes.Count;
            switch (how[at] % 4)
            {
                case 0:
                    bytes[place] = how[at + 2];
                    break;
                case 1:
                    bytes.RemoveAt(place);
                    break;
                case 2:
                    bytes.Insert(place, how[at + 2]);
                    break;
                default:
                    bytes.InsertRange(place, System.Text.Encoding.UTF8.GetBytes(values[how[at + 2] % values.Length]));
                    break;
            }
        }

        return [.. bytes, (byte)' '];
    }

    private static string DamageText(string good, byte[] how) =>
        string.Concat(System.Text.Encoding.Latin1.GetString(Damage(good, how)).Where(static character => character != '\0'));
}

using System.Reflection;
using System.Runtime.ExceptionServices;

namespace KoreXo.Runtime.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData(null, "Endpoint must be set")]
    [InlineData("/relative", "Endpoint must be an absolute address")]
    [InlineData("ftp://example.com", "Endpoint must be an https address")]
    [InlineData("http://example.com", "plain http, which is for loopback hosts only")]
    [InlineData("http://localhost.example.com", "plain http")]
    [InlineData("https://user:secret@example.com", "must not carry a user name or password")]
    [InlineData("https://example.com/?a=1", "must not have a query or fragment")]
    [InlineData("https://example.com/#a", "must not have a query or fragment")]
    public void A_faulty_endpoint_is_refused(string? endpoint, string reason)
    {
        var options = new KoreXoClientOptions { Endpoint = endpoint is null ? null : new Uri(endpoint, UriKind.RelativeOrAbsolute) };
        var fault = Assert.Throws<ArgumentException>(() => new ApiConnection(options).Dispose());
        Assert.Contains(reason, fault.Message);
        Assert.DoesNotContain("secret", fault.Message);
    }

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:5000/prefix/")]
    [InlineData("http://[::1]:5000")]
    public void A_good_endpoint_is_taken(string endpoint) =>
        new ApiConnection(new KoreXoClientOptions { Endpoint = new Uri(endpoint) }).Dispose();

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var options = new KoreXoClientOptions
        {
            ApplicationId = "a\r\nX: 1",
            MaxResponseBytes = 0,
            TimeProvider = null!,
            Credentials = { ["admin"] = null! },
        };
        var fault = Assert.Throws<ArgumentException>(() => new ApiConnection(options).Dispose());
        Assert.All(
            ["Endpoint", "ApplicationId", "MaxResponseBytes", "TimeProvider", "Credentials[\"admin\"]"],
            name => Assert.Contains(name, fault.Message)
        );
    }

    public static TheoryData<string, string> Times
    {
        get
        {
            var times = new TheoryData<string, string>();
            foreach (var type in new[] { typeof(KoreXoClientOptions), typeof(CallOptions) })
            {
                foreach (var setting in type.GetProperties().Where(static property => IsTime(property.PropertyType)))
                {
                    times.Add(type.Name, setting.Name);
                }
            }

            return times;
        }
    }

    /// <summary>Every setting that takes a time, those to come included.</summary>
    [Theory]
    [MemberData(nameof(Times))]
    public void A_time_that_no_timer_holds_is_refused_where_it_is_set(string owner, string setting)
    {
        foreach (var time in new[] { TimeSpan.MaxValue, TimeSpan.FromDays(50), TimeSpan.FromSeconds(-1), TimeSpan.MinValue })
        {
            var fault = Record.Exception(() => Use(owner, setting, time));

            Assert.True(fault is ArgumentException, $"{owner}.{setting} = {time}: {fault}");
        }

        foreach (var time in new[] { TimeSpan.FromTicks(1), TimeSpan.FromDays(49), Timeout.InfiniteTimeSpan })
        {
            Use(owner, setting, time);
        }
    }

    private static bool IsTime(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(TimeSpan);

    private static void Use(string owner, string setting, TimeSpan time)
    {
        try
        {
            if (owner == nameof(CallOptions))
            {
                typeof(CallOptions).GetProperty(setting)!.SetValue(new CallOptions(), time);
                return;
            }

            var options = new KoreXoClientOptions { Endpoint = new Uri("https://example.com") };
            typeof(KoreXoClientOptions).GetProperty(setting)!.SetValue(options, time);
            new ApiConnection(options).Dispose();
        }
        catch (TargetInvocationException fault)
        {
            ExceptionDispatchInfo.Throw(fault.InnerException!);
        }
    }

    [Fact]
    public async Task Later_changes_have_no_effect()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        var options = new KoreXoClientOptions { Endpoint = server.Endpoint, Credentials = { ["admin"] = new ApiKeyCredential("first") } };
        using var connection = new ApiConnection(options);
        options.Endpoint = RawServer.Nowhere();
        options.Credential = new ApiKeyCredential("second");
        options.Credentials["admin"] = new ApiKeyCredential("third");
        options.Scopes = new ScopeManifest("none", []);

        await connection.SendAsync(TestApi.Request(TestApi.Needing(new ScopeRequirement("admin", "x"))), null, CancellationToken.None);

        Assert.Equal("first", server.Only.Headers["auth"]);
    }

    [Theory]
    [InlineData("", "/things/1")]
    [InlineData("/", "/things/1")]
    [InlineData("/a/b/", "/a/b/things/1")]
    [InlineData("/a%2Fb", "/a%2Fb/things/1")]
    public async Task A_prefix_of_the_endpoint_is_kept(string prefix, string target)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options =>
            options.Endpoint = new Uri(server.Endpoint.GetLeftPart(UriPartial.Authority) + prefix)
        );
        await connection.SendAsync(TestApi.Request(), null, CancellationToken.None);
        Assert.Equal(target, server.Only.Target);
    }

    [Fact]
    public async Task The_user_agent_names_library_runtime_system_and_application()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options => options.ApplicationId = "travel-ci/1.2");
        await connection.SendAsync(TestApi.Request(), null, CancellationToken.None);
        Assert.Matches(
            @"^korexo-dotnet/\d+\.\d+\.\d+\S* \(\.NET [\d.]+\S*; (Linux|Windows|macOS|other)\) travel-ci/1\.2$",
            server.Only.Headers["User-Agent"]
        );
    }
}

using System.Net;

namespace KoreXo.Runtime.Tests;

public sealed class ReauthenticationTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string OtherSecret = "ffffffffffffffffffffffffffffffff";

    private static readonly OperationDescriptor Post = new(TestApi.Api, "addThing", HttpMethod.Post, "/things") { Scopes = [] };

    [Fact]
    public async Task A_stale_token_is_renewed_and_the_call_repeated_with_any_verb()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200), ScriptedHandler.Status(401), ScriptedHandler.Status(200));
        using var connection = handler.Connect(
            clock,
            options => options.Credential = new JwtCredential("cs-1", Secret) { TimeProvider = new ManualClock() }
        );
        await connection.SendAsync(TestApi.Request(Post), null, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(1));

        await connection.SendAsync(TestApi.Request(Post), new CallOptions { MaxRetries = 0 }, CancellationToken.None);

        Assert.Equal(3, handler.Requests.Count);
        Assert.Same(handler.Requests[0].Token, handler.Requests[1].Token);
        Assert.NotSame(handler.Requests[1].Token, handler.Requests[2].Token);
    }

    [Fact]
    public async Task A_secret_that_is_wrong_is_not_tried_again_and_again()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(401));
        using var connection = handler.Connect(configure: options =>
            options.Credential = new JwtCredential("cs-1", Secret) { EnforceJti = true }
        );
        for (var call = 1; call <= 3; call++)
        {
            await Assert.ThrowsAsync<KoreXoAuthenticationException>(() =>
                connection.SendAsync(TestApi.Request(Post), null, CancellationToken.None)
            );
            Assert.Equal(call, handler.Requests.Count);
        }
    }

    [Fact]
    public async Task A_secret_that_was_just_replaced_is_tried_once()
    {
        var credential = new JwtCredential("cs-1", Secret) { EnforceJti = true };
        using var handler = new ScriptedHandler(
            (request, cancellationToken) =>
            {
                credential.Update(OtherSecret);
                return ScriptedHandler.Status(401)(request, cancellationToken);
            },
            ScriptedHandler.Status(401)
        );
        using var connection = handler.Connect(configure: options => options.Credential = credential);
        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() =>
            connection.SendAsync(TestApi.Request(Post), null, CancellationToken.None)
        );
        Assert.Equal((2, 2), (fault.Attempts, handler.Requests.Count));
        Assert.Equal(HttpStatusCode.Unauthorized, Assert.Single(fault.EarlierFailures).Status);
    }

    [Fact]
    public async Task Every_attempt_has_a_token_of_its_own_where_the_app_wants_it()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(503));
        using var connection = handler.Connect(
            clock,
            options => options.Credential = new JwtCredential("cs-1", Secret) { EnforceJti = true }
        );
        await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
        Assert.Equal(4, handler.Requests.Select(request => request.Token).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_key_has_nothing_better_to_give()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(401));
        using var connection = handler.Connect();
        await Assert.ThrowsAsync<KoreXoAuthenticationException>(() =>
            connection.SendAsync(TestApi.Request(), null, CancellationToken.None)
        );
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Threads_share_a_client_whose_secret_rotates()
    {
        var credential = new JwtCredential("cs-1", Secret);
        var accepted = Secret;
        using var handler = new ScriptedHandler(
            (request, cancellationToken) =>
            {
                var token = request.Headers.GetValues("auth").Single();
                return ScriptedHandler.Status(IsSignedBy(token, Volatile.Read(ref accepted)) ? 200 : 401)(request, cancellationToken);
            }
        );
        using var connection = handler.Connect(configure: options => options.Credential = credential);
        using var rotated = new Barrier(65);
        var threads = Enumerable
            .Range(0, 64)
            .Select(_ =>
                Task.Factory.StartNew(
                    () =>
                    {
                        var done = 0;
                        for (var round = 0; round < 4; round++)
                        {
                            rotated.SignalAndWait();
                            for (var call = 0; call < 10; call++, done++)
                            {
                                connection.SendAsync(TestApi.Request(Post), null, CancellationToken.None).GetAwaiter().GetResult();
                            }

                            rotated.SignalAndWait();
                        }

                        return done;
                    },
                    TaskCreationOptions.LongRunning
                )
            )
            .ToArray();
        for (var round = 0; round < 4; round++)
        {
            // Between calls, the server changes the secret before the client learns of it, or after.
            var next = new string((char)('a' + round), 40);
            Volatile.Write(ref accepted, next);
            credential.Update(next);
            rotated.SignalAndWait();
            rotated.SignalAndWait();
        }

        Assert.Equal(64 * 40, (await Task.WhenAll(threads)).Sum());
        Assert.Equal(64 * 40, handler.Requests.Count);
    }

    [Fact]
    public async Task A_rotation_in_full_flight_costs_a_repetition_and_no_call()
    {
        var credential = new JwtCredential("cs-1", Secret);
        var accepted = Secret;
        using var handler = new ScriptedHandler(
            async (request, cancellationToken) =>
            {
                var good = IsSignedBy(request.Headers.GetValues("auth").Single(), Volatile.Read(ref accepted));
                await Task.Yield();
                return await ScriptedHandler.Status(good ? 200 : 401)(request, cancellationToken);
            }
        );
        using var connection = handler.Connect(configure: options => options.Credential = credential);
        var threads = Enumerable
            .Range(0, 64)
            .Select(_ =>
                Task.Run(async () =>
                {
                    for (var call = 0; call < 20; call++)
                    {
                        await connection.SendAsync(TestApi.Request(Post), null, CancellationToken.None);
                    }
                })
            )
            .ToArray();

        // The client learns of the new secret first, as it should; tokens with the old secret that are on their way are rejected.
        credential.Update(OtherSecret);
        Volatile.Write(ref accepted, OtherSecret);
        await Task.WhenAll(threads);
        Assert.InRange(handler.Requests.Count, 64 * 20, 64 * 21 * 2);
    }

    private static bool IsSignedBy(string token, string secret)
    {
        var end = token.LastIndexOf('.');
        var signature = System.Security.Cryptography.HMACSHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(secret),
            System.Text.Encoding.ASCII.GetBytes(token[..end])
        );
        return JwtReader.Bytes(token[(end + 1)..]).AsSpan().SequenceEqual(signature);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Simulator;

namespace KoreXo.Cli.Simulation;

/// <summary>Describes a running simulator as one line of JSON, for other programs.</summary>
internal static class SimulationJson
{
    public static string Write(SimulatedPlatform platform, TimeProvider clock)
    {
        var simulator = platform.Simulator;
        var expires = (clock.GetUtcNow() + CurlExamples.Lifetime).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var all = new JsonObject
        {
            ["endpoint"] = simulator.Endpoint.ToString(),
            ["credentials"] = new JsonObject(
                platform.Apps.Select(app =>
                    KeyValuePair.Create<string, JsonNode?>(
                        Name(app.Kind),
                        new JsonObject
                        {
                            ["clientId"] = app.ClientId,
                            ["clientSecret"] = app.ClientSecret,
                            ["token"] = app.CreateToken(CurlExamples.Lifetime),
                            ["tokenExpires"] = expires,
                        }
                    )
                )
            ),
            ["bot"] = platform.Bots[0].Id,
            ["bots"] = Array(
                platform.Bots,
                bot => new JsonObject
                {
                    ["id"] = bot.Id,
                    ["name"] = bot.Name,
                    ["sessions"] = simulator.Sessions.Count(session => session.Bot == bot),
                    ["testSuites"] = Array(Ordered(bot.TestSuites.Keys), name => name),
                    ["conversationTestSuites"] = Array(Ordered(bot.ConversationTestSuites.Keys), name => name),
                }
            ),
            ["sampleBot"] = platform.SampleBot,
            ["tables"] = Array(
                simulator.Tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal),
                table => new JsonObject
                {
                    ["name"] = table.Name,
                    ["columns"] = Array(table.Columns, column => new JsonObject { ["name"] = column.Name, ["type"] = column.Type }),
                    ["rows"] = table.Count,
                }
            ),
            ["users"] = Array(simulator.Users, user => new JsonObject { ["id"] = user.Id, ["email"] = user.Email }),
            ["groups"] = Array(simulator.Groups, group => new JsonObject { ["id"] = group.Id, ["name"] = group.Name }),
            ["roles"] = Array(
                simulator.Roles,
                role => new JsonObject
                {
                    ["id"] = role.Id,
                    ["name"] = role.Name,
                    ["kind"] = role.Kind == RoleKind.Bot ? "bot" : "admin",
                }
            ),
            ["examples"] = Array(
                CurlExamples.Create(platform),
                example => new JsonObject { ["purpose"] = example.Purpose, ["curl"] = example.Line }
            ),
        };
        return all.ToJsonString() + "\n";
    }

    public static string Name(AppKind kind) => kind.ToString().ToLowerInvariant();

    private static IEnumerable<string> Ordered(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> write) => new([.. items.Select(write)]);
}

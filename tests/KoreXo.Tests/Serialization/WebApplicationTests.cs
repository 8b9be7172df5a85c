using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KoreXo.Analytics;
using KoreXo.BotDefinition;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KoreXo.Tests.Serialization;

/// <summary>
/// An ASP.NET Core application whose endpoints take and return our types, on Kestrel, called over the network: once with reflection, once
/// without.
/// </summary>
public sealed class WebApplicationTests
{
    public static TheoryData<bool> Reflection => [true, false];

    [Theory]
    [MemberData(nameof(Reflection))]
    public async Task Each_model_comes_back_as_the_body_of_request_and_response(bool reflection)
    {
        await using var app = await StartAsync(
            reflection,
            app =>
                app.MapPost(
                    "/echo/{type}",
                    static async (HttpContext context, string type) =>
                    {
                        var model = ModelExamples.Of(type).Type;
                        var value = await context.Request.ReadFromJsonAsync(model);
                        await context.Response.WriteAsJsonAsync(value, model);
                    }
                )
        );
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        foreach (var (type, examples) in ModelExamples.All)
        {
            foreach (var json in examples.Where(static json => json != "null"))
            {
                await AssertAsync(json, client.PostAsync($"/echo/{type.FullName}", Json(json)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Reflection))]
    public async Task A_model_is_parameter_and_result(bool reflection)
    {
        await using var app = await StartAsync(reflection, app => app.MapPost("/session", static (Session session) => Results.Ok(session)));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        const string Session = """{"sessionId":"s-1","later":[1,{"a":null}]}""";
        await AssertAsync(Session, client.PostAsync("/session", Json(Session)));
    }

    [Theory]
    [MemberData(nameof(Reflection))]
    public async Task A_union_is_parameter_and_result(bool reflection)
    {
        await using var app = await StartAsync(
            reflection,
            app =>
            {
                app.MapPost("/union", static (LlmTaskFilter filter) => filter);
                app.MapPost("/case", static (LlmTaskFilter filter) => Results.Ok(filter));
            }
        );
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        await AssertAsync("""["a","b"]""", client.PostAsync("/union", Json("""["a","b"]""")));
        await AssertAsync("\"a\"", client.PostAsync("/case", Json("\"a\"")));
    }

    [Theory]
    [MemberData(nameof(Reflection))]
    public async Task Cells_and_rows_are_parameter_and_result(bool reflection)
    {
        await using var app = await StartAsync(
            reflection,
            app =>
            {
                app.MapPost("/cell", static (JsonAny cell) => TypedResults.Ok(cell));
                app.MapPost("/rows", static (IReadOnlyList<IReadOnlyDictionary<string, JsonAny>> rows) => TypedResults.Ok(rows));
            }
        );
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        const string Rows = """[{"Name":"Ada","Age":36,"Tags":["a",1.50]},{"Name":null}]""";
        await AssertAsync("""{"a":[1,true,null]}""", client.PostAsync("/cell", Json("""{"a":[1,true,null]}""")));
        await AssertAsync(Rows, client.PostAsync("/rows", Json(Rows)));
    }

    [Theory]
    [MemberData(nameof(Reflection))]
    public async Task A_value_set_is_part_of_the_route_and_of_the_query(bool reflection)
    {
        await using var app = await StartAsync(
            reflection,
            app =>
                app.MapGet(
                    "/kind/{kind}",
                    static (BotExportType kind, BotExportType? other) =>
                        TypedResults.Ok<IReadOnlyDictionary<string, JsonAny>>(
                            new Dictionary<string, JsonAny>
                            {
                                ["known"] = kind.IsKnown,
                                ["kind"] = kind.Value,
                                ["other"] = other?.Value,
                            }
                        )
                )
        );
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        await AssertAsync(
            """{"known":true,"kind":"published","other":"of tomorrow"}""",
            client.GetAsync("/kind/published?other=of%20tomorrow")
        );
        await AssertAsync("""{"known":false,"kind":"x","other":null}""", client.GetAsync("/kind/x"));
    }

    [Theory]
    [MemberData(nameof(Reflection))]
    public async Task A_paged_list_streams_its_items(bool reflection)
    {
        await using var app = await StartAsync(
            reflection,
            app =>
                app.MapGet(
                    "/sessions",
                    static () =>
                        TypedResults.Ok<IAsyncEnumerable<Session>>(
                            PagedResult.FromPages<Session>([
                                new([new() { SessionId = "1" }, new() { SessionId = "2" }], "next"),
                                new([new() { SessionId = "3" }]),
                            ])
                        )
                )
        );
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        await AssertAsync("""[{"sessionId":"1"},{"sessionId":"2"},{"sessionId":"3"}]""", client.GetAsync("/sessions"));
    }

    private static async Task<WebApplication> StartAsync(bool reflection, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Clear();
            foreach (var resolver in reflection ? [new DefaultJsonTypeInfoResolver()] : PlainOptions.Context.TypeInfoResolverChain)
            {
                options.SerializerOptions.TypeInfoResolverChain.Add(resolver);
            }
        });
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseDeveloperExceptionPage();
        map(app);
        await app.StartAsync();
        return app;
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static async Task AssertAsync(string json, Task<HttpResponseMessage> call)
    {
        using var response = await call;
        var text = await response.Content.ReadAsStringAsync();

        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode} {text} for {json}");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(text)), $"Sent     {json}\nreceived {text}");
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Generation;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Operations;

/// <summary>The bounds that the documents give numbers are kept, by every operation.</summary>
public sealed class LimitTests : PlatformTest
{
    private SceneCallers _callers = null!;
    private Scene _scene = null!;

    public static TheoryData<string> Ids => OperationTests.Ids;

    protected override void Configure(XoSimulatorOptions options) => options.EnforceRateLimits = false;

    protected override async Task PrepareAsync()
    {
        _callers = new SceneCallers(kind => As(Platform.AddAppWithAllScopes(kind), Platform.CreateHandler()));
        _scene = await Scene.BuildAsync(Platform, Clock, _callers.Admin);
    }

    [Fact]
    public async Task A_page_of_a_thousand_rows_is_refused_where_the_document_allows_a_hundred()
    {
        var request = await _scene.PlanAsync("listRows", _callers);
        request.Parameters[(ParameterLocation.Query, "sys_limit")] = "1000";

        var refusal = (await request.SendAsync(_callers.For(request.Operation))).Refusal(HttpStatusCode.BadRequest);

        Assert.Contains("'sys_limit' is not valid: it is above 100", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_parameter_beyond_its_bounds_is_refused(string id)
    {
        var request = await _scene.PlanAsync(id, _callers);
        foreach (var parameter in request.Operation.Parameters.Where(parameter => parameter.Place != ParameterLocation.Header))
        {
            var key = (parameter.Place, parameter.Name);
            var before = request.Parameters.GetValueOrDefault(key);
            foreach (var value in Beyond(parameter.Schema.ActualTypeSchema))
            {
                request.Parameters[key] = value.ToString(CultureInfo.InvariantCulture);
                var refusal = (await request.SendAsync(_callers.For(request.Operation))).Refusal(HttpStatusCode.BadRequest);
                Assert.Contains($"'{parameter.Name}' is not valid", refusal, StringComparison.Ordinal);
            }

            request.Parameters.Remove(key);
            if (before is not null)
            {
                request.Parameters[key] = before;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_member_of_the_body_beyond_its_bounds_is_refused(string id)
    {
        var request = await _scene.PlanAsync(id, _callers);
        if (request.Body is not JsonObject planned)
        {
            return;
        }

        var complete = new SchemaValues(id, Clock.GetUtcNow()).Create(request.Operation.Body!.Schemas.Values.First()) ?? new JsonObject();
        var places = new BodyPlaces(planned, complete);
        foreach (var (name, property) in request.Operation.Body.Schemas.Values.First().ActualProperties)
        {
            foreach (var value in Beyond(property.ActualTypeSchema))
            {
                request.Body = places.With("/" + name);
                request.Raw = value.ToString(CultureInfo.InvariantCulture);
                Assert.Contains(
                    $"/{name}: it is ",
                    (await request.SendAsync(_callers.For(request.Operation))).Refusal(HttpStatusCode.BadRequest),
                    StringComparison.Ordinal
                );
            }
        }
    }

    private static IEnumerable<decimal> Beyond(JsonSchema schema) =>
        new[] { schema.Minimum - 1, schema.Maximum + 1, schema.Maximum * 10 }.OfType<decimal>();
}

using System.Text;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Generation;

namespace KoreXo.Simulator.Tests.Operations;

/// <summary>Whatever a request holds, the error is its sender's and not the simulator's.</summary>
public sealed class OddRequestTests : PlatformTest
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

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task No_parameter_makes_the_simulator_fail(string id)
    {
        var request = await _scene.PlanAsync(id, _callers);
        var failures = new Failures();
        foreach (var parameter in request.Operation.Parameters.Where(parameter => parameter.Place != ParameterLocation.Header))
        {
            var key = (parameter.Place, parameter.Name);
            var before = request.Parameters.GetValueOrDefault(key);
            foreach (var text in OddValues.Texts)
            {
                request.Parameters[key] = text;
                failures.Note($"{parameter.Name}={text}", await request.SendAsync(_callers.For(request.Operation)));
            }

            request.Parameters.Remove(key);
            if (before is not null)
            {
                request.Parameters[key] = before;
            }
        }

        failures.AssertNone();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task No_body_makes_the_simulator_fail(string id)
    {
        var request = await _scene.PlanAsync(id, _callers);
        if (request.Body is not { } planned || request.Operation.Body!.Schemas.ContainsKey("multipart/form-data"))
        {
            return;
        }

        var failures = new Failures();
        var complete = new SchemaValues(id, Clock.GetUtcNow()).Create(request.Operation.Body.Schemas.Values.First()) ?? new JsonObject();
        var places = new BodyPlaces(planned, complete);
        foreach (var pointer in places.Pointers)
        {
            request.Body = places.With(pointer);
            foreach (var value in OddValues.Numbers.Concat(OddValues.Values))
            {
                request.Raw = value;
                failures.Note(
                    $"{pointer} = {value[..Math.Min(value.Length, 60)]}",
                    await request.SendAsync(_callers.For(request.Operation))
                );
            }
        }

        request.Body = JsonValue.Create(BodyPlaces.Mark);
        foreach (var body in OddValues.Bodies)
        {
            request.Raw = body;
            failures.Note(body[..Math.Min(body.Length, 60)], await request.SendAsync(_callers.For(request.Operation)));
        }

        failures.AssertNone();
    }

    private sealed class Failures
    {
        private readonly StringBuilder _text = new();

        public void Note(string what, TestCaller.Reply reply)
        {
            if ((int)reply.Status is 0 or >= 500)
            {
                _text.AppendLine(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{what}: {(int)reply.Status} {reply.Text[..Math.Min(reply.Text.Length, 600)]}"
                );
            }
        }

        public void AssertNone()
        {
            Assert.True(_text.Length == 0, _text.ToString());
        }
    }
}

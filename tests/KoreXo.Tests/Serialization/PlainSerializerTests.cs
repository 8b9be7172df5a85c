using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Tests.Serialization;

/// <summary>Every model through the serializer as an application calls it.</summary>
public sealed class PlainSerializerTests
{
    public static TheoryData<string, string> Models
    {
        get
        {
            var models = new TheoryData<string, string>();
            foreach (var options in PlainOptions.All.Keys)
            {
                foreach (var (type, _) in ModelExamples.All)
                {
                    models.Add(options, type.FullName!);
                }
            }

            return models;
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_comes_back(string options, string model) =>
        AssertComesBack(
            model,
            (json, type) => JsonSerializer.Deserialize(json, type, PlainOptions.All[options]),
            (value, type) => JsonSerializer.Serialize(value, type, PlainOptions.All[options])
        );

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_that_is_declared_as_object_is_written_as_what_it_is(string options, string model) =>
        AssertComesBack(
            model,
            (json, type) => JsonSerializer.Deserialize(json, type, PlainOptions.All[options]),
            (value, _) => JsonSerializer.Serialize(value, value!.GetType(), PlainOptions.All[options])
        );

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_comes_back_through_elements_and_nodes(string options, string model) =>
        AssertComesBack(
            model,
            (json, type) => JsonNode.Parse(json).Deserialize(type, PlainOptions.All[options]),
            (value, type) =>
            {
                var again = JsonSerializer.SerializeToNode(
                    JsonSerializer.SerializeToElement(value, type, PlainOptions.All[options]).Deserialize(type, PlainOptions.All[options]),
                    type,
                    PlainOptions.All[options]
                );
                return again!.ToJsonString();
            }
        );

    private static void AssertComesBack(string model, Func<string, Type, object?> read, Func<object?, Type, string> write)
    {
        var (type, examples) = ModelExamples.Of(model);
        foreach (var json in examples)
        {
            var written = write(read(json, type), type);

            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), $"Read    {json}\nwritten {written}");
        }
    }
}

using System.Globalization;
using System.Text;
using KoreXo.Benchmarks;

namespace Peers;

/// <summary>What the petstore sends.</summary>
public static class PetResponses
{
    public static byte[] One { get; } = Encoding.UTF8.GetBytes(Pet(10));

    public static byte[] Some { get; } = Many(207);

    public static byte[] All { get; } = Many(3000);

    /// <summary>The body that <see cref="Petstore.Add"/> sends.</summary>
    public const string Added =
        """{"name":"Rex","category":{"id":3,"name":"Dogs"},"photoUrls":["https://images.example.com/rex.jpg"],"tags":[{"id":7,"name":"calm"}],"status":"pending"}""";

    /// <summary>Returns a handler that responds from memory.</summary>
    public static HttpMessageHandler Transport(byte[] response) => new MemoryHandler(response, later: false);

    private static byte[] Many(int count) => Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(10, count).Select(Pet))}]");

    private static string Pet(int id)
    {
        var status = (id % 3) switch
        {
            0 => "sold",
            1 => "available",
            _ => "pending",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"id":{{id}},"name":"Doggie {{id}}","category":{"id":{{id % 7}},"name":"Dogs"},"photoUrls":["https://images.example.com/pets/{{id:D6}}/front.jpg","https://images.example.com/pets/{{id:D6}}/side.jpg"],"tags":[{"id":{{id
                % 11}},"name":"friendly"},{"id":{{id % 13}},"name":"vaccinated"},{"id":21,"name":"small"}],"status":"{{status}}"}
            """
        );
    }
}

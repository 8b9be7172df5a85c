using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace KoreXo.Runtime.Tests;

/// <summary>The schema by which editors complete appsettings.json contains every setting that is read, and no others.</summary>
public sealed class ConfigurationSchemaTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private static string Root { get; } =
        typeof(ConfigurationSchemaTests)
            .Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), inherit: false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>()
            .Single(entry => entry.Key == "RepositoryRoot")
            .Value!;

    private static readonly JsonElement Schema = ReadSchema();

    [Fact]
    public void Every_setting_that_is_read_is_in_the_schema_and_no_other()
    {
        var read = new SortedSet<string>(StringComparer.Ordinal);
        (string Name, string Value)[][] credentials =
        [
            [("ClientSecret", Secret)],
            [("ClientSecret", Secret), ("TokenEndpoint", "https://login.example/token")],
            [("ApiKey", "k")],
            [("BearerToken", "t")],
            [("UserName", "u")],
        ];
        foreach (var credential in credentials)
        {
            var source = Configuration([
                .. credential.Select(static setting => ("Credential:" + setting.Name, setting.Value)),
                ("Credential:ClientId", "cs-1"),
                .. credential.Select(static setting => ("Credentials:k:" + setting.Name, setting.Value)),
                ("RateLimits:b:0:Calls", "1"),
            ]);
            new OptionsBinder(new KoreXoClientOptions()).Bind(new Watched(source.GetSection("KoreXo"), "", read));
        }

        Assert.Equal(Paths(Definition("korexoClient"), ""), read);
    }

    [Fact]
    public void A_member_of_another_name_is_the_section_of_a_named_client()
    {
        var section = Schema.GetProperty("properties").GetProperty("KoreXo");
        Assert.Equal("#/definitions/korexoClient", section.GetProperty("additionalProperties").GetProperty("$ref").GetString());
        Assert.Equal(
            Definition("korexoClient").GetProperty("properties").EnumerateObject().Select(static setting => setting.Name),
            section.GetProperty("properties").EnumerateObject().Select(static setting => setting.Name)
        );
    }

    [Fact]
    public void What_the_schema_offers_as_values_is_taken()
    {
        var credential = Definition("korexoCredential").GetProperty("properties");
        Assert.Equal(Enum.GetNames<JwtAlgorithm>(), Values(credential.GetProperty("Algorithm")));
        Assert.Equal(Enum.GetNames<JwtKeyWrap>(), Values(credential.GetProperty("EncryptionKeyWrap")));
        Assert.Equal(Enum.GetNames<ClientAuthentication>(), Values(credential.GetProperty("ClientAuthentication")));
    }

    [Fact]
    public void The_defaults_are_those_of_the_options()
    {
        var settings = Definition("korexoClient").GetProperty("properties");
        var options = new KoreXoClientOptions();
        foreach (var setting in settings.EnumerateObject().Where(setting => setting.Value.TryGetProperty("default", out _)))
        {
            var value = typeof(KoreXoClientOptions).GetProperty(setting.Name)!.GetValue(options);
            Assert.Equal(Convert.ToString(value, CultureInfo.InvariantCulture), setting.Value.GetProperty("default").ToString());
        }

        var jwt = new JwtCredential("cs-1", Secret);
        foreach (
            var setting in Definition("korexoCredential")
                .GetProperty("properties")
                .EnumerateObject()
                .Where(setting => setting.Value.TryGetProperty("default", out _))
        )
        {
            if (typeof(JwtCredential).GetProperty(setting.Name) is { } property)
            {
                Assert.Equal(
                    Convert.ToString(property.GetValue(jwt), CultureInfo.InvariantCulture),
                    setting.Value.GetProperty("default").ToString()
                );
            }
        }
    }

    [Theory]
    [InlineData("00:01:40", true)]
    [InlineData("1.00:00:00", true)]
    [InlineData("00:00:00.5", true)]
    [InlineData("Infinite", true)]
    [InlineData("100", false)]
    [InlineData("soon", false)]
    public void Times_that_the_schema_lets_pass_can_be_read(string text, bool good)
    {
        var pattern = Definition("korexoClient").GetProperty("properties").GetProperty("TotalTimeout").GetProperty("pattern").GetString()!;
        var options = new KoreXoClientOptions();
        new OptionsBinder(options).Bind(Configuration(("TotalTimeout", text)).GetSection("KoreXo"));

        Assert.Equal(
            good,
            System.Text.RegularExpressions.Regex.IsMatch(
                text,
                pattern,
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
        );
        Assert.Equal(good, options.ConfigurationFaults.Count == 0);
    }

    private static JsonElement ReadSchema() =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(Root, "src", "KoreXo.Runtime", "ConfigurationSchema.json")));

    private static JsonElement Definition(string name) => Schema.GetProperty("definitions").GetProperty(name);

    private static IEnumerable<string?> Values(JsonElement schema) =>
        schema.GetProperty("enum").EnumerateArray().Select(value => value.GetString());

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"KoreXo:{setting.Key}", (string?)setting.Value)))
            .Build();

    /// <summary>Gets the paths of all settings below a schema; arbitrary names and indexes become a star.</summary>
    private static SortedSet<string> Paths(JsonElement schema, string path)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = Definition(reference.GetString()!.Split('/')[^1]);
        }

        foreach (var member in schema.TryGetProperty("properties", out var members) ? members.EnumerateObject().ToArray() : [])
        {
            paths.Add(path + member.Name);
            paths.UnionWith(Paths(member.Value, $"{path}{member.Name}:"));
        }

        foreach (var rest in new[] { "additionalProperties", "items" })
        {
            if (schema.TryGetProperty(rest, out var inner) && inner.ValueKind == JsonValueKind.Object)
            {
                paths.UnionWith(Paths(inner, $"{path}*:"));
            }
        }

        return paths;
    }

    /// <summary>A section that records which settings are requested.</summary>
    private sealed class Watched(IConfigurationSection inner, string path, SortedSet<string> asked) : IConfigurationSection
    {
        public string Key => inner.Key;

        public string Path => inner.Path;

        public string? Value
        {
            get => inner.Value;
            set => throw new NotSupportedException();
        }

        public string? this[string key]
        {
            get
            {
                asked.Add(path + key);
                return inner[key];
            }
            set => throw new NotSupportedException();
        }

        public IConfigurationSection GetSection(string key)
        {
            asked.Add(path + key);
            return new Watched(inner.GetSection(key), $"{path}{key}:", asked);
        }

        public IEnumerable<IConfigurationSection> GetChildren() =>
            inner
                .GetChildren()
                .Select(child => new Watched(child, child.Key is "k" or "b" or "0" ? $"{path}*:" : $"{path}{child.Key}:", asked));

        public Microsoft.Extensions.Primitives.IChangeToken GetReloadToken() => inner.GetReloadToken();
    }
}

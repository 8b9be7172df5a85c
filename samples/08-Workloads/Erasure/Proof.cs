using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workloads.Erasure;

/// <summary>
/// What proves an erasure: when it was requested and verified, and what was there before and after. The customer is identified by a hash,
/// so that the proof itself holds no personal data.
/// </summary>
internal sealed record Proof(
    string BotId,
    string Customer,
    string DeletionId,
    string RequestedOn,
    string VerifiedOn,
    int SessionsBefore,
    int MessagesBefore,
    Holdings After
)
{
    /// <summary>Returns the hash by which a proof identifies a customer.</summary>
    public static string Hash(string customer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(customer)));

    public void Save(string path)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteBoolean("isErased", After.IsEmpty);
        json.WriteString("customerSha256", Hash(Customer));
        json.WriteString("bot", BotId);
        json.WriteString("deletion", DeletionId);
        json.WriteString("requestedOn", RequestedOn);
        json.WriteString("verifiedOn", VerifiedOn);
        Write("before", SessionsBefore, MessagesBefore);
        Write("after", After.Sessions, After.Messages);
        json.WriteStartArray("verifyingRequests");
        foreach (var id in After.RequestIds)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Write(string name, int sessions, int messages)
        {
            json.WriteStartObject(name);
            json.WriteNumber("sessions", sessions);
            json.WriteNumber("messages", messages);
            json.WriteEndObject();
        }
    }
}

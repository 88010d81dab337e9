using System.Text.Json;

namespace Zukunftswerkstatt.Portal.Tests.Faults;

/// <summary>What <c>/health/ready</c> says.</summary>
/// <param name="Status">Of the answer.</param>
/// <param name="Database">Whether it answers.</param>
/// <param name="DataFolder">Whether it can be written.</param>
/// <param name="Search">State of the search's projection; <c>null</c> when the database does not answer.</param>
/// <param name="Lag">Facts that some projection has not applied.</param>
internal sealed record PortalHealth(int Status, string? Database, string? DataFolder, string? Search, long Lag)
{
    public static async Task<PortalHealth> ReadAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var projections = json.RootElement.GetProperty("projections").EnumerateArray().ToList();
        return new(
            (int)answer.StatusCode, json.RootElement.GetProperty("database").GetString(), json.RootElement.GetProperty("dataFolder").GetString(),
            projections.Find(state => state.GetProperty("name").GetString() == "search") is { ValueKind: JsonValueKind.Object } search ? search.GetProperty("state").GetString() : null,
            projections.Sum(state => state.GetProperty("lag").GetInt64()));
    }

    /// <summary>Waits until all is well and everything committed is applied.</summary>
    public static Task<PortalHealth> ReadyAsync(HttpClient http) => Eventually.SampleAsync(() => ReadAsync(http), health => health is { Status: 200, Lag: 0 });
}

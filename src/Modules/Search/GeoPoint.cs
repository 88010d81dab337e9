namespace Zukunftswerkstatt.Search;

/// <summary>A place on earth.</summary>
/// <param name="Latitude">Degrees north (WGS 84).</param>
/// <param name="Longitude">Degrees east.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadius = 6371.0088;

    /// <summary>Kilometres as the crow flies, by the haversine formula on a sphere; within half a percent of the truth.</summary>
    public double KilometresTo(GeoPoint other)
    {
        var latitude = Math.Sin(double.DegreesToRadians(other.Latitude - Latitude) / 2);
        var longitude = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var a = (latitude * latitude) + (Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * longitude * longitude);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}

/// <summary>What lies within some kilometres of a point.</summary>
/// <param name="Center">The point.</param>
/// <param name="Kilometres">How far around it.</param>
public sealed record Circle(GeoPoint Center, double Kilometres);
